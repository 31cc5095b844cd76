import { Temporal } from 'temporal-polyfill'
import type { ConvocationProps, MailedMeeting } from '../../../emails/convocation.subject'
import { env } from '~/platform/env.server'
import { typeset } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import type { VotingRight } from '~/statutes/voting-rights'
import { frenchDate, frenchTime, parisParts } from '~/ui/format'
import { BODY_WORDS } from '../meeting-words'
import { videoAllowed } from '../session/video'
import { proxySentence, remoteSentence, rightSentence } from '../rights-words'
import { calendarFile, type CalendarEvent } from './calendar'
import type { MeetingContent } from './content.server'

const ITEM_WORDS = { INFORMATION: 'information', DISCUSSION: 'discussion', VOTE: 'vote' } as const

export const meetingUrl = (meetingId: string, path = '') => `${env().PUBLIC_URL}/assemblees/${meetingId}${path}`

/** The facts of the meeting as mails write them. */
export function mailedMeeting({ meeting }: MeetingContent): MailedMeeting {
  const { hour, minute } = parisParts(meeting.startsAt)
  const { short, long } = BODY_WORDS[meeting.body]
  return {
    short,
    long: long.toLowerCase().replace('bureau', 'Bureau'),
    second: meeting.session === 2,
    day: frenchDate(meeting.date, { weekday: true }),
    date: frenchDate(meeting.date),
    time: frenchTime(`${hour}:${minute}`),
    place: meeting.place,
    videoUrl: meeting.videoUrl,
  }
}

export type CommonProps = Omit<ConvocationProps, 'name' | 'forBody' | 'answers' | 'right' | 'proxy' | 'remote'>

/** What is the same for all recipients: written once, shared by their messages. */
export function commonProps(
  meetingId: string,
  content: MeetingContent,
  signer: { name: string; title: string },
): CommonProps {
  return {
    associationName: content.association.name,
    meeting: mailedMeeting(content),
    signer,
    agenda: content.agenda.map(({ title, kind, notes, resolutions }) => ({
      title: typeset(title),
      kind: ITEM_WORDS[kind],
      notes: typeset(notes),
      resolutions: resolutions.map(({ number, title, text, effect }) => ({
        number,
        title: typeset(title),
        text: typeset(text),
        effect,
      })),
    })),
    documents: content.documents.map(({ id, title }) => ({ title, url: `${env().PUBLIC_URL}/documents/${id}` })),
    url: meetingUrl(meetingId),
  }
}

/** What concerns one member: his answers, one tap each, his vote and the rule of proxies in his case. */
export function personalProps(
  statutes: Statutes,
  content: MeetingContent,
  right: VotingRight,
  meetingId: string,
): Pick<ConvocationProps, 'answers' | 'right' | 'proxy' | 'remote'> {
  const { body, videoUrl } = content.meeting
  const answer = (key: string, label: string) => ({
    label,
    url: meetingUrl(meetingId, `/reponse?pour=${right.id}&reponse=${key}`),
  })
  const byVideo = videoUrl !== null && videoAllowed(statutes, body)
  const mayGive = right.mayVote && statutes.bodies[body].proxies
  const plain = ({ article, sentence }: { article: string; sentence: string }) => ({ article, sentence })
  const proxy = proxySentence(statutes, body, right)
  const remote = remoteSentence(statutes, body, right)
  return {
    answers: [
      answer('viens', 'Je viens'),
      ...(byVideo ? [answer('visio', 'Je viens par visioconférence')] : []),
      ...(mayGive ? [answer('pouvoir', 'Je donne pouvoir')] : []),
      answer('absent', 'Je ne viens pas'),
    ],
    right: plain(rightSentence(statutes, body, right)),
    proxy: proxy && plain(proxy),
    remote: remote && plain(remote),
  }
}

type EventInput = {
  meetingId: string
  content: MeetingContent
  sequence: number
  cancelled: boolean
  now: Temporal.Instant
}

/** The calendar event of the meeting: one UID for its whole life. */
export function meetingCalendar({ meetingId, content, sequence, cancelled, now }: EventInput) {
  const { meeting, association, agenda } = content
  const lines = agenda.map(({ position, title }) => `${position}. ${title}`)
  const event: CalendarEvent = {
    uid: `${meetingId}@${new URL(env().PUBLIC_URL).hostname}`,
    sequence,
    cancelled,
    startsAt: Temporal.Instant.from(meeting.startsAt),
    stamp: now,
    summary: `${BODY_WORDS[meeting.body].short}, ${association.name}`,
    description: [
      'Ordre du jour',
      ...lines,
      ...(meeting.videoUrl ? [`Visioconférence : ${meeting.videoUrl}`] : []),
    ].join('\n'),
    location: meeting.place ?? meeting.videoUrl ?? '',
    url: meetingUrl(meetingId),
    organizer: { name: association.name, email: association.email },
  }
  return calendarFile(event)
}
