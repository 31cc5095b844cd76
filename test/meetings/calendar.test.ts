import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { calendarFile, type CalendarEvent } from '~/meetings/convene/calendar'

const event: CalendarEvent = {
  uid: '0190-1@cpts.example',
  sequence: 0,
  cancelled: false,
  startsAt: Temporal.Instant.from('2027-06-12T16:30:00Z'),
  stamp: Temporal.Instant.from('2027-05-10T10:00:00Z'),
  summary: 'AGO, CPTS des Deux Rives',
  description: 'Ordre du jour :\n1. Comptes ; budget, cotisations',
  location: 'Salle des fêtes, 1 rue de l’Église',
  url: 'https://cpts.example/assemblees/1',
  organizer: { name: 'CPTS des Deux Rives', email: 'contact@cpts.example' },
}
const recipient = { name: 'Dr Anne-Élisabeth de la Tour "du Pin" Montmorency-Château', email: 'anne@example.org' }

function parsed(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  return { calendar, component, event: new ICAL.Event(component) }
}

describe('the calendar file of a convocation', () => {
  it('says the hour of Paris, with its time zone, and stamps in UTC', () => {
    const { method, textFor } = calendarFile(event)
    const { calendar, component, event: read } = parsed(textFor(recipient))
    expect(method).toBe('REQUEST')
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Paris')
    expect(read.startDate.toString()).toBe('2027-06-12T18:30:00')
    expect(component.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Paris')
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2027-05-10T10:00:00Z')
    expect(read.summary).toBe(event.summary)
    expect(read.description).toBe(event.description)
  })

  it('names one recipient, whatever his name holds, in lines of 75 octets at most', () => {
    const text = calendarFile(event).textFor(recipient)
    const attendees = parsed(text).component.getAllProperties('attendee')
    expect(attendees.map((one) => one.getFirstValue())).toEqual(['mailto:anne@example.org'])
    expect(attendees[0]?.getParameter('cn')).toBe('Dr Anne-Élisabeth de la Tour  du Pin  Montmorency-Château')
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  })

  it('keeps its UID, raises its SEQUENCE and cancels', () => {
    const { method, textFor } = calendarFile({ ...event, sequence: 2, cancelled: true })
    const { calendar, component, event: read } = parsed(textFor(recipient))
    expect(method).toBe('CANCEL')
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(read.uid).toBe(event.uid)
    expect(read.sequence).toBe(2)
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })
})
