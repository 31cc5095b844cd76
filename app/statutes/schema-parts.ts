import * as z from 'zod'
import { isCivilDate, daysInMonth } from './civil-date'
import { excerpt, faultIssues, frenchErrors, missing } from './faults'
import { compareToShare, parseFraction } from './fraction'

const longestName = 500

/** A key or a name: any text that is not empty. */
export const name = z.string().min(1).max(longestName)

export const civilDate = z.string().refine(isCivilDate, {
  error: (issue) => `une date qui existe est attendue, de la forme 2027-06-01, pas ${excerpt(issue.input)}`,
})

/** A day of every year: "12-31". */
export const monthAndDay = z.string().refine(
  (text) => {
    const match = /^(\d{2})-(\d{2})$/.exec(text)
    if (!match) return false
    const [month, day] = [Number(match[1]), Number(match[2])]
    return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2027, month)
  },
  { error: (issue) => `un jour qui existe chaque année est attendu, de la forme 12-31, pas ${excerpt(issue.input)}` },
)

/** A share between 0 and 1, as text: "2/3". */
export const share = z.string().refine(
  (text) => {
    const value = parseFraction(text)
    return value !== null && compareToShare(1, 1, value) >= 0
  },
  { error: (issue) => `une fraction entre 0 et 1 est attendue, par exemple "2/3", pas ${excerpt(issue.input)}` },
)

export const count = z.int().min(0).max(1_000_000_000)
export const days = z.int().min(0).max(36_500)
export const months = z.int().min(0).max(1_200)

/** Who decides: a body, or the President. */
export const organ = z.enum(['ago', 'age', 'bureau', 'president'])

/** A list of a hundred thousand wrong things is told by the first of them. */
const mostFaults = 50

function describe(input: unknown, expected: string): string {
  return input === undefined
    ? missing
    : `${expected} est attendu${expected.startsWith('une') ? 'e' : ''}, pas ${excerpt(input)}`
}

/** Entries one by one, until enough of them are wrong. */
function readEntries<Key extends string | number, Value>(
  entries: Iterable<[Key, unknown]>,
  schema: z.ZodType<Value>,
  context: z.RefinementCtx,
  keep: (key: Key, value: Value) => void,
): void {
  let faulty = 0
  for (const [key, entry] of entries) {
    const read = schema.safeParse(entry, { error: frenchErrors })
    if (read.success) keep(key, read.data)
    else {
      for (const { path, message } of faultIssues(read.error))
        context.addIssue({ code: 'custom', path: [key, ...path], message })
      faulty += 1
      if (faulty >= mostFaults) return
    }
  }
}

/** A list; `least`: how many entries it must have. `fine`: a quick look that spares long lists the schema. */
export function listOf<Value>(schema: z.ZodType<Value>, least = 0, fine?: (entry: unknown) => entry is Value) {
  return z.unknown().transform((input, context): Value[] => {
    const values: Value[] = []
    if (!Array.isArray(input)) context.addIssue({ code: 'custom', message: describe(input, 'une liste') })
    else if (input.length < least)
      context.addIssue({ code: 'custom', message: `la liste compte au moins ${least} élément` })
    else if (fine && input.every(fine)) return input
    else readEntries(input.entries(), schema, context, (_, value) => values.push(value))
    return values
  })
}

const impossibleKeys = ['', '__proto__']

/** A free list of named things; the name that would touch the object itself is refused like any unknown key. */
export function dictionaryOf<Value>(schema: z.ZodType<Value>) {
  return z.unknown().transform((input, context): Record<string, Value> => {
    const values: [string, Value][] = []
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      context.addIssue({ code: 'custom', message: describe(input, 'un objet') })
      return {}
    }
    for (const key of impossibleKeys) {
      if (Object.hasOwn(input, key)) context.addIssue({ code: 'custom', path: [key], message: 'champ inconnu' })
    }
    const entries = Object.entries(input).filter(([key]) => !impossibleKeys.includes(key))
    readEntries(entries, schema, context, (key, value) => values.push([key, value]))
    return Object.fromEntries(values)
  })
}

/** Names, many of them: ids of members, keys of categories. */
export const names = listOf(
  name,
  0,
  (entry): entry is string => typeof entry === 'string' && entry !== '' && entry.length <= longestName,
)
