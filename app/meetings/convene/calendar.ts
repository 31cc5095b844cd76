import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Temporal } from 'temporal-polyfill'

const ZONE = 'Europe/Paris'
const LASTS_HOURS = 2

/** Summer time of the European Union, as every calendar writes it. */
const PARIS = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

export type CalendarEvent = {
  /** stable from one sending to the next */
  uid: string
  sequence: number
  cancelled: boolean
  startsAt: Temporal.Instant
  stamp: Temporal.Instant
  summary: string
  description: string
  location: string
  url: string
  organizer: Person
}

type Person = { name: string; email: string }

/**
 * The .ics of one event, METHOD REQUEST or CANCEL, hours of Paris, two hours long since no end is known. `textFor` adds its
 * one recipient: the event is written once however many there are.
 */
export function calendarFile(event: CalendarEvent): {
  method: 'REQUEST' | 'CANCEL'
  textFor: (recipient: Person) => string
} {
  const calendar = ical({
    prodId: { company: 'CPTS', product: 'Statuts en pratique', language: 'FR' },
    method: event.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: ZONE, generator: () => PARIS },
  })
  const start = event.startsAt.toZonedDateTimeISO(ZONE)
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start,
    end: start.add({ hours: LASTS_HOURS }),
    stamp: event.stamp.toZonedDateTimeISO('UTC'),
    timezone: ZONE,
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: event.url,
    organizer: { ...event.organizer, name: quotable(event.organizer.name) },
  })
  // ical-generator leaves the Z out of a stamp in UTC
  const text = calendar.toString().replace(/^(DTSTAMP:\d{8}T\d{6})\r?$/m, '$1Z\r')
  const [head, tail] = splitBefore(text, 'STATUS:')
  const rsvp = event.cancelled ? '' : ';RSVP=TRUE'
  return {
    method: event.cancelled ? 'CANCEL' : 'REQUEST',
    textFor: ({ name, email }) =>
      `${head}${fold(`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION${rsvp};CN="${quotable(name)}":mailto:${email}`)}\r\n${tail}`,
  }
}

function splitBefore(text: string, line: string): [string, string] {
  const at = text.indexOf(`\n${line}`) + 1
  if (at === 0) throw new Error(`no ${line} line in the calendar`)
  return [text.slice(0, at), text.slice(at)]
}

/** A parameter's value between quotes holds neither quotes nor line ends (RFC 5545, 3.1). */
const quotable = (name: string) => name.replace(/["\p{Cc}]/gu, ' ').trim()

/** Lines of at most 75 octets (RFC 5545, 3.1), never cut inside a letter. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += letter
    octets += size
  }
  return folded
}
