import { Temporal } from 'temporal-polyfill'
import { addDays, isCivilDate } from '~/statutes/civil-date'
import { bareLetters } from '../../folding'
import { takenOf, type Answers, type Question } from '../table'
import { askedCell, EMPTY, read, refusedCell, saysNothing, type Cell } from './cell'
import { monthOf } from './months'

/** `past`: a day that has come (an admission, a payment); `birth`: maybe of the last century; `any`: both sides of today. */
export type DateKind = 'past' | 'birth' | 'any'
export type DateColumn = {
  /** the name that the file gives to the column, for the questions */
  name: string
  /** in the id of its questions */
  id: string
  kind: DateKind
  texts: readonly string[]
}

type Order = 'day first' | 'month first' | null
type Century = '19' | 'none' | null
type Rules = { kind: DateKind; today: string; order: Order; century: Century }

/**
 * The days of a whole column as 'YYYY-MM-DD', one cell for each text. « 3/4/2026 » is the third of April unless another cell of the
 * column has a day above 12 in second place: then nothing of its kind is read until the question is answered. Years of two figures
 * are of this century, unless that day is to come (`past`) or the column is of births: asked.
 */
export function readDates(
  column: DateColumn,
  { today, answers = {} }: { today: string; answers?: Answers },
): { cells: Cell<string>[]; questions: Question[] } {
  const order = orderOf(column, answers)
  const century = centuryOf(column, answers)
  const rules = { kind: column.kind, today, order: order.taken, century: century.taken }
  return {
    cells: column.texts.map((text) => readDate(text, rules)),
    questions: [order.question, century.question].flatMap((question) => question ?? []),
  }
}

const NUMERIC = /^(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4}|\d{2})$/
const US_CLOCK = /\d\s?[ap]\.?m\.?$/i

/** The day without its hour, without the day of the week. */
const bareDay = (text: string): string =>
  text
    .replace(
      /^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)\.?,?\s+(?=\d{1,2}(er)?[\s./-])/i,
      '',
    )
    .replace(
      /[T\s,]+(à\s*)?\d{1,2}\s*(:|h)\s*(\d{2})?(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|[+-]\d{2}:?\d{2})?$/i,
      '',
    )
    .trim()

function orderOf({ id, name, texts }: DateColumn, answers: Answers): { taken: Order; question: Question | null } {
  const numeric = texts.flatMap((text) => {
    const found = NUMERIC.exec(bareDay(text))
    return found ? [{ text, first: Number(found[1]), second: Number(found[2]) }] : []
  })
  const clocks = numeric.every(({ text, first }) => US_CLOCK.test(text) && first <= 12)
  const odd = numeric.find(({ second }) => second > 12) ?? (clocks ? numeric[0] : undefined)
  if (!odd) return { taken: 'day first', question: null }
  const choices = [
    { value: 'month', label: `Mois d’abord : « ${odd.text} » est le ${odd.second} du mois n° ${odd.first}` },
    { value: 'day', label: 'Jour d’abord : ce qui ne se lit pas ainsi est refusé' },
  ]
  const taken = takenOf(answers, `order:${id}`, choices, null)
  return {
    taken: taken === 'month' ? 'month first' : taken === 'day' ? 'day first' : null,
    question: { id: `order:${id}`, question: `Colonne « ${name} » : le jour ou le mois d’abord ?`, choices, taken },
  }
}

function centuryOf(
  { id, name, kind, texts }: DateColumn,
  answers: Answers,
): { taken: Century; question: Question | null } {
  const short =
    kind === 'birth' ? texts.find((text) => /\D\d{2}$/.test(bareDay(text)) && !/^\d{4}/.test(text)) : undefined
  if (short === undefined) return { taken: null, question: null }
  const choices = [
    { value: '19', label: `Au XXe siècle : « ${short} » finit par 19${bareDay(short).slice(-2)}` },
    { value: 'none', label: 'Refuser ces dates' },
  ]
  const taken = takenOf(answers, `century:${id}`, choices, null)
  return {
    taken: taken === '19' || taken === 'none' ? taken : null,
    question: {
      id: `century:${id}`,
      question: `Colonne « ${name} » : de quel siècle sont les années à deux chiffres ?`,
      choices,
      taken,
    },
  }
}

/** One day under the rules of its column. */
function readDate(text: string, rules: Rules): Cell<string> {
  if (saysNothing(text) || /^0{1,4}[/.-]?0{1,2}[/.-]?0{1,4}([ T][0:.Z]*)?$/.test(text)) return EMPTY
  const instant = /^\d{4}-\d{2}-\d{2}T.*(z|[+-]\d{2}:?\d{2})$/i.test(text) ? parisDay(text) : null
  if (instant) return read(instant)
  const day = bareDay(text)
  const numeric = NUMERIC.exec(day)
  if (numeric) return slashed(text, numeric, rules)
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(day)
  if (dotted) return dated(text, rules, dotted[3], dotted[2], dotted[1])
  const year = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day)
  if (year) return dated(text, rules, year[1], year[2], year[3])
  if (/^\d{5}([.,]\d+)?$/.test(day)) return serial(text, Number.parseInt(day, 10))
  const words = /^(\d{1,2})(?:er)?[\s.-]+(\p{L}+)\.?[\s.,-]+(\d{4}|\d{2})$/u.exec(bareLetters(day))
  if (words) return dated(text, rules, words[3], monthOf(words[2] ?? ''), words[1])
  const english = /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(bareLetters(day))
  return english ? dated(text, rules, english[3], monthOf(english[1] ?? ''), english[2]) : notADate(text)
}

const notADate = (text: string) => refusedCell(`« ${text} » n’est pas une date, par exemple 14/03/2026.`)

function slashed(text: string, [, first, second, year]: readonly string[], rules: Rules): Cell<string> {
  if (rules.order === null) return askedCell(`« ${text} » : le jour ou le mois d’abord ?`)
  if (US_CLOCK.test(text) && rules.order === 'day first')
    return refusedCell(
      `« ${text} » : l’heure est américaine, le jour et le mois le sont peut-être. Écrivez 14/03/2026.`,
    )
  return rules.order === 'month first'
    ? dated(text, rules, year, first, second)
    : dated(text, rules, year, second, first)
}

/** The day that these parts make; a year of two figures by the kind of the column. */
function dated(text: string, rules: Rules, year = '', month = '', day = ''): Cell<string> {
  const iso = (whole: string) => `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (year.length === 4) return isCivilDate(iso(year)) ? read(iso(year)) : notADate(text)
  const [now, before] = [iso(`20${year}`), iso(`19${year}`)]
  if (!isCivilDate(now) && !isCivilDate(before)) return notADate(text)
  if (rules.kind === 'birth') {
    if (rules.century === '19' && isCivilDate(before)) return read(before)
    return rules.century === null
      ? askedCell(`« ${text} » : de quel siècle est l’année ?`)
      : refusedCell(`« ${text} » : écrivez l’année en quatre chiffres.`)
  }
  if (rules.kind === 'past' && now > rules.today)
    return refusedCell(`« ${text} » serait à venir : écrivez l’année en quatre chiffres.`)
  return isCivilDate(now) ? read(now) : notADate(text)
}

/** Days since the eve of 1900, as spreadsheets count; between 1927 and 2119. */
function serial(text: string, days: number): Cell<string> {
  return days >= 10_000 && days < 80_500 ? read(addDays('1899-12-30', days)) : notADate(text)
}

/** The day in Paris of an instant written with its zone. */
function parisDay(text: string): string | null {
  try {
    return Temporal.Instant.from(text).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString()
  } catch {
    return null
  }
}
