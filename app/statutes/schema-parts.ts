import * as z from 'zod'
import { isCivilDate, daysInMonth } from './civil-date'
import { excerpt } from './faults'
import { compareToShare, parseFraction } from './fraction'

/** A key or a name: any text that is not empty. */
export const name = z.string().min(1).max(500)

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

/** A free list of named things; the name that would touch the object itself is refused like any unknown key. */
export function dictionary<Value extends z.ZodType>(value: Value) {
  return z
    .unknown()
    .superRefine((input, context) => {
      if (typeof input !== 'object' || input === null || !Object.hasOwn(input, '__proto__')) return
      context.addIssue({ code: 'custom', path: ['__proto__'], message: 'champ inconnu' })
    })
    .pipe(z.record(name, value))
}
