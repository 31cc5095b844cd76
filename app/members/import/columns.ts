import { headerKey } from '~/platform/spreadsheet/plain'
import type { Answers } from '~/platform/spreadsheet/table'
import { FIELDS, memberVocabulary, MEANINGS, type Field } from './column-names'

/** Why a column is read as it is, or not at all. */
export type ColumnWhy = 'known' | 'answered' | 'unknown' | 'payer' | 'reference' | 'second' | 'left out'
export type Column = { index: number; name: string; field: Field | null; why: ColumnWhy }

export type Columns = {
  all: Column[]
  /** place of each field in the rows */
  at: Partial<Record<Field, number>>
  /** each as the file calls it */
  names: Partial<Record<Field, string>>
  /** named columns that are not read */
  ignored: string[]
}

/** The column of reasons that we add to the lines given back: known, and left out when it comes again. */
export const REASON_COLUMN = 'motif du refus'

/** The one who pays, signs for or is called in case of need is not the member, whatever else the column says. */
const OF_ANOTHER = /\b(payeur|payeuse|acheteur|acheteuse|payer|buyer|facturation|donateur|donatrice|urgence|tuteur|conjoint|parent|parrain)s?\b/ // prettier-ignore
/** Columns that HelloAsso alone writes: there « numéro » is a ticket, « statut » and « date » are those of an order. */
const HELLOASSO = ['formule', 'tarif', 'montant tarif', 'montant adhesion', 'code promo', 'montant code promo', 'carte d adherent', 'reference commande', 'date de la commande', 'statut de la commande'] // prettier-ignore
const OF_AN_ORDER: Partial<Record<string, Field | null>> = {
  numero: null, statut: null, date: 'admittedOn', 'date de la commande': 'admittedOn', 'moyen de paiement': null, 'reference commande': null,
} // prettier-ignore

/**
 * Which column holds what: the answer given, else what its name says; the first of two with the same meaning is read. `answers` holds
 * the meaning of a column under « column:2 » (`no` leaves it out).
 */
export function readHeader(header: readonly string[], answers: Answers = {}): Columns {
  const keys = header.map(headerKey)
  const ofOrders = keys.filter((key) => HELLOASSO.includes(key)).length >= 2
  const guessed = keys.map((key) => guessOf(key, ofOrders))
  const said = header.map((name, index) => meaningOf(name, index, guessed[index] ?? UNKNOWN, answers))
  const all = said.map((column, index): Column => {
    const twice = said.some(({ field, why }, other) => field === column.field && (other < index || why === 'answered'))
    return column.field !== null && column.why !== 'answered' && twice
      ? { ...column, field: null, why: 'second' }
      : column
  })
  const read = all.flatMap(({ field, ...column }) => (field === null ? [] : [{ ...column, field }])).toReversed()
  return {
    all,
    at: Object.fromEntries(read.map(({ field, index }) => [field, index])),
    names: Object.fromEntries(read.map(({ field, name }) => [field, name])),
    ignored: all.flatMap(({ field, name }) => (field === null && name !== '' ? [name] : [])),
  }
}

type Guess = Pick<Column, 'field' | 'why'>
const UNKNOWN: Guess = { field: null, why: 'unknown' }

function guessOf(key: string, ofOrders: boolean): Guess {
  if (key === REASON_COLUMN) return { field: null, why: 'left out' }
  if (OF_ANOTHER.test(key)) return { field: null, why: 'payer' }
  const order = ofOrders ? OF_AN_ORDER[key] : undefined
  if (order !== undefined) return order === null ? { field: null, why: 'reference' } : { field: order, why: 'known' }
  const field = memberVocabulary(key)
  return field ? { field, why: 'known' } : UNKNOWN
}

function meaningOf(header: string, index: number, guess: Guess, answers: Answers): Column {
  const answer = answers[`column:${index}`]
  const name = header.trim()
  if (answer === 'no') return { index, name, field: null, why: guess.field === null ? guess.why : 'left out' }
  const field = FIELDS.find((each) => each === answer)
  return field ? { index, name, field, why: field === guess.field ? 'known' : 'answered' } : { index, name, ...guess }
}

export const speaksOfDues = ({ at }: Columns): boolean => at.duesYear !== undefined

/** Whether a list of members can be read at all: a name is needed. */
export const namesSomebody = ({ at }: Columns): boolean =>
  at.lastName !== undefined || at.fullName !== undefined || at.legalName !== undefined

/** A column as it is called in sentences: its name in the file, else its meaning. */
export const columnName = ({ names }: Columns, field: Field): string => names[field] || MEANINGS[field]
