import type { Body, MeetingState, ResolutionState } from '~/generated/prisma/enums'
import { isoDate } from '~/platform/dates'
import type { RuleId } from '~/statutes/ruling'
import { frenchDate, frenchTime, parisParts } from '~/ui/format'
import type { BadgeTone } from '~/ui/status-badge'

type BodyWords = { short: string; long: string; the: string; of: string }

/** The three bodies as people name them. */
export const BODY_WORDS: Record<Body, BodyWords> = {
  ago: {
    short: 'AGO',
    long: 'Assemblée générale ordinaire',
    the: 'l’assemblée générale ordinaire',
    of: 'de l’assemblée générale ordinaire',
  },
  age: {
    short: 'AGE',
    long: 'Assemblée générale extraordinaire',
    the: 'l’assemblée générale extraordinaire',
    of: 'de l’assemblée générale extraordinaire',
  },
  bureau: { short: 'Bureau', long: 'Réunion du Bureau', the: 'la réunion du Bureau', of: 'de la réunion du Bureau' },
}

/** What gives each body its agenda, and says that nothing else is voted. */
export const AGENDA_RULE = { ago: '13.2-b', age: '13.3-a', bureau: '8.3-a' } as const satisfies Record<Body, RuleId>

export const STATE_WORDS: Record<MeetingState, { label: string; tone: BadgeTone }> = {
  DRAFT: { label: 'En préparation', tone: 'neutral' },
  CONVENED: { label: 'Convoquée', tone: 'success' },
  OPEN: { label: 'En séance', tone: 'turn' },
  CLOSED: { label: 'Tenue', tone: 'neutral' },
  NO_QUORUM: { label: 'Sans quorum', tone: 'warning' },
  CANCELLED: { label: 'Annulée', tone: 'refusal' },
}

export const RESOLUTION_WORDS: Record<ResolutionState, { label: string; tone: BadgeTone }> = {
  PENDING: { label: 'À voter', tone: 'neutral' },
  ONLINE: { label: 'Vote en ligne ouvert', tone: 'turn' },
  OPEN: { label: 'Scrutin ouvert', tone: 'turn' },
  ADOPTED: { label: 'Adoptée', tone: 'success' },
  REJECTED: { label: 'Rejetée', tone: 'neutral' },
  INVALID: { label: 'Sans quorum', tone: 'refusal' },
  WITHDRAWN: { label: 'Retirée', tone: 'neutral' },
}

type Dated = { body: Body; session: number; date: Date }

/** « AGO du 12 juin 2027 », « AGO du 20 juin 2027, seconde session ». */
export function meetingName({ body, session, date }: Dated): string {
  return `${BODY_WORDS[body].short} du ${frenchDate(isoDate(date))}${session === 2 ? ', seconde session' : ''}`
}

/** « samedi 12 juin 2027 à 18 h 30 », Paris time. */
export function meetingWhen({ date, startsAt }: { date: Date; startsAt: Date }): string {
  const { hour, minute } = parisParts(startsAt)
  return `${frenchDate(isoDate(date), { weekday: true })} à ${frenchTime(`${hour}:${minute}`)}`
}

/** Where it is held: the place, the video link, or both. */
export function meetingWhere({ place, videoUrl }: { place: string | null; videoUrl: string | null }): string {
  if (place && videoUrl) return `${place}, et par visioconférence`
  return place ?? (videoUrl ? 'Par visioconférence' : 'Lieu à préciser')
}
