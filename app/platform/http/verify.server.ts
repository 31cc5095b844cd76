import { canonical } from '../canonical'
import { sha256 } from '../secrets.server'

/** What a page shows before an act that cannot be undone: what was asked, to be sent again, and what will follow. */
export type Verify<T> = { fields: [name: string, value: string][]; shown: T }

const SEAL = 'verified'

/**
 * Null when the form was sent from a page that showed exactly this: the act may be done. Else what the page shows; nothing
 * is written. Whatever changed in between (one more recipient, another text) is shown again before it is done.
 */
export function toVerify<T extends object>(form: FormData, shown: T): { verify: Verify<T> } | null {
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== SEAL ? [[name, value]] : [],
  )
  const seal = sha256(canonical({ fields: fields.toSorted(byFieldName), shown }))
  if (form.get(SEAL) === seal) return null
  return { verify: { fields: [...fields, [SEAL, seal]], shown } }
}

const byFieldName = ([a, x]: [string, string], [b, y]: [string, string]) => (a === b ? order(x, y) : order(a, b))
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
