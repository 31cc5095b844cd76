import type { ActShown } from '~/ui/verify-act'
import { canonical } from '../canonical'
import { sha256 } from '../secrets.server'

/** What a page shows before an act that cannot be undone: what was asked, to be sent again, and what will follow. */
export type Verify<T> = { fields: [name: string, value: string][]; shown: T }

const SEAL = 'verified'

/**
 * Null when the form was sent from a page that showed exactly this: the act may be done. Else what the page shows; nothing
 * is written. Whatever changed in between (one more recipient, another text) is shown again before it is done; `sealed` names
 * less where a figure moves by itself and changes nothing to the act (the votes of an open ballot).
 */
export function toVerify<T extends object>(
  form: FormData,
  shown: T,
  sealed: object = shown,
): { verify: Verify<T> } | null {
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== SEAL ? [[name, value]] : [],
  )
  const seal = sha256(canonical({ fields: fields.toSorted(byFieldName), shown: sealed }))
  if (form.get(SEAL) === seal) return null
  return { verify: { fields: [...fields, [SEAL, seal]], shown } }
}

const byFieldName = ([a, x]: [string, string], [b, y]: [string, string]) => (a === b ? order(x, y) : order(a, b))
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Thrown by `demandVerified`; `formAction` answers with the page that asks. */
export class Unverified extends Error {
  constructor(readonly verify: Verify<ActShown>) {
    super('this act is to be verified first')
  }
}

/** What cannot be undone is done by a second press, on a page that says what follows; the first one writes nothing. */
export function demandVerified(form: FormData, shown: ActShown, sealed: object = shown): void {
  const unverified = toVerify(form, shown, sealed)
  if (unverified) throw new Unverified(unverified.verify)
}
