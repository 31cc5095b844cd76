const NNBSP = '\u202f'
const NBSP = '\u00a0'
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const parisFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

type DateStyle = { weekday?: boolean; year?: boolean }

/** Civil date 'YYYY-MM-DD' → « 1er juin 2027 »; with `weekday`, « mardi 1er juin 2027 »; anything else comes back as it is. */
export function frenchDate(date: string, { weekday = false, year = true }: DateStyle = {}): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  const when = new Date(`${date}T00:00:00Z`)
  const number = when.getUTCDate()
  const name = weekdays[when.getUTCDay()]
  const day = `${number === 1 ? '1er' : number}${NBSP}${months[when.getUTCMonth()]}${year ? ` ${when.getUTCFullYear()}` : ''}`
  return weekday ? `${name} ${day}` : day
}

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

/** 1234567 → « 1 234 567 » with narrow no-break spaces; decimals keep a comma. */
export function frenchNumber(value: number): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NNBSP)
  return `${value < 0 ? '−' : ''}${grouped}${decimals ? `,${decimals}` : ''}`
}

/** Integer cents → « 1 234,50 € ». */
export function euros(cents: number): string {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, NNBSP)
  return `${cents < 0 ? '−' : ''}${whole},${String(Math.abs(cents) % 100).padStart(2, '0')}${NBSP}€`
}

/** Cents as a form field holds them: « 1234,50 ». */
export function moneyInput(cents: number | null | undefined): string {
  return cents == null
    ? ''
    : `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`
}

/** plural(2, 'membre') → « 2 membres »; plural(1, 'voix', 'voix'); 0 and 1 are singular in French. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${frenchNumber(count)}${NBSP}${Math.abs(count) < 2 ? one : many}`
}

/** « A, B et C ». */
export function list(items: readonly string[], last = 'et'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`
}
