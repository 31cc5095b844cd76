import { frenchDate, type DateStyle } from '~/statutes/french'

export { euros, frenchDate, frenchNumber, list, plural } from '~/statutes/french'

const NBSP = '\u00a0'
const parisFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Civil date → « 01/06/2027 », for tables. */
export function shortDate(date: string): string {
  return date.split('-').reverse().join('/')
}

/** The civil date and hour in Paris of an instant: Temporal.Instant, Date or ISO string. */
export function parisParts(instant: { toString(): string } | Date): { date: string; hour: string; minute: string } {
  const when = instant instanceof Date ? instant : new Date(instant.toString())
  const parts = new Map(parisFormat.formatToParts(when).map((part) => [part.type, part.value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return { date: `${part('year')}-${part('month')}-${part('day')}`, hour: part('hour'), minute: part('minute') }
}

/** « 18 h 30 », « 9 h » from 'HH:MM'. */
export function frenchTime(time: string): string {
  const [hour, minute] = time.split(':')
  return `${Number(hour)}${NBSP}h${minute && minute !== '00' ? `${NBSP}${minute}` : ''}`
}

/** An instant → « 12 juin 2027 à 18 h 30 », Paris time. */
export function frenchDateTime(instant: { toString(): string } | Date, style?: DateStyle): string {
  const { date, hour, minute } = parisParts(instant)
  return `${frenchDate(date, style)} à ${frenchTime(`${hour}:${minute}`)}`
}

/** Cents as a form field holds them: « 1234,50 ». */
export function moneyInput(cents: number | null | undefined): string {
  return cents == null
    ? ''
    : `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`
}
