import { z } from 'zod'
import { association, statutesVersion } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import type { Db, Tx } from '~/platform/db.server'
import { isoDate } from '~/platform/dates'
import { latestElectorate } from '~/meetings/electorate.server'
import { BODY_WORDS, meetingWhen, meetingWhere } from '~/meetings/meeting-words'
import { reasonsOf } from '~/platform/stored-ruling'
import { votesByHead } from '~/statutes/vote-weight'
import { plainDate, pluralLabel } from '~/statutes/french'
import { frenchDateTime, frenchTime, parisParts } from '~/ui/format'
import { EMPTY_DRAFT, type DraftContent, type MinutesBody } from './body'
import { attendeeFacts } from './facts/attendance.server'
import { convocationFacts } from './facts/convocation.server'
import { itemFacts } from './facts/items.server'
import { proxyFacts } from './facts/proxies.server'
import { quorumFigures, quorumWords } from './facts/quorum-words'
import { repriseFacts } from './facts/reprises.server'

const draftContent = z.object({ opening: z.string(), debates: z.record(z.string(), z.string()), closing: z.string() })

/** The last version of what the secretary typed; version 0 when nothing was. */
export async function currentDraft(
  db: Db | Tx,
  meetingId: string,
): Promise<{ version: number; content: DraftContent }> {
  const last = await db.minutesDraft.findFirst({ where: { meetingId }, orderBy: { version: 'desc' } })
  return last
    ? { version: last.version, content: draftContent.parse(last.content) }
    : { version: 0, content: EMPTY_DRAFT }
}

/** The minutes as the facts tell them now, with the secretary's last words: what `fixMinutes` hashes (8.3-c, 13.2, 13.3). */
export async function minutesBody(tx: Db | Tx, meetingId: string): Promise<MinutesBody> {
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, include: { preceding: true } })
  const version = await statutesVersion(tx, meeting.statutesId)
  const labelOf = (key: string) => version.statutes.categories[key]?.label ?? key
  const { content } = await currentDraft(tx, meetingId)
  const incidents = await tx.incident.findMany({ where: { meetingId }, orderBy: { at: 'asc' } })
  const time = (at: Date | null) => {
    if (!at) return null
    const { hour, minute } = parisParts(at)
    return frenchTime(`${hour}:${minute}`)
  }
  return {
    format: 'cpts-minutes/1',
    kind: meeting.state === 'NO_QUORUM' ? 'DEFAULT' : 'MINUTES',
    association: letterhead(await association(tx)),
    statutes: {
      effectiveFrom: plainDate(version.effectiveFrom),
      adoptedOn: plainDate(version.adoptedOn),
      adoptedBy: version.adoptedBy,
    },
    meeting: {
      id: meeting.id,
      body: meeting.body,
      bodyName: BODY_WORDS[meeting.body].long,
      session: meeting.session,
      title: meeting.title,
      date: plainDate(isoDate(meeting.date)),
      place: meetingWhere(meeting),
      convenedFor: meetingWhen(meeting),
      openedAt: time(meeting.openedAt),
      closedAt: time(meeting.closedAt),
      chair: [meeting.chairName, meeting.chairQuality].filter(Boolean).join(', ') || '—',
      secretary: meeting.secretaryName ?? '—',
      preceding: meeting.preceding
        ? `Cette seconde session fait suite à celle du ${plainDate(isoDate(meeting.preceding.date))}, qui n’avait pas réuni le quorum ; son ordre du jour est le même.`
        : null,
    },
    convocation: await convocationFacts(tx, meetingId),
    electorate: {
      byHead: votesByHead(version.statutes, meeting.body),
      ...(await electorateFacts(tx, meetingId, labelOf)),
    },
    attendees: await attendeeFacts(tx, meetingId, labelOf),
    reprises: await repriseFacts(tx, meeting),
    proxies: await proxyFacts(tx, meetingId),
    quorum: openingQuorum(meeting.openingQuorum),
    items: await itemFacts(tx, meetingId, content.debates, version.statutes),
    incidents: incidents.map(({ at, text, rule }) => ({ at: frenchDateTime(at), text, rule })),
    opening: content.opening,
    closing: content.closing,
  }
}

async function electorateFacts(
  tx: Db | Tx,
  meetingId: string,
  labelOf: (key: string) => string,
): Promise<MinutesBody['electorate']> {
  const voters = (await latestElectorate(tx, meetingId)).filter(({ mayVote }) => mayVote)
  const keys = [...new Set(voters.map(({ category }) => category))]
  const sum = (of: typeof voters) => of.reduce((total, { voices }) => total + voices, 0)
  return {
    members: voters.length,
    voices: sum(voters),
    categories: keys.map((key) => {
      const of = voters.filter(({ category }) => category === key)
      return { label: of.length > 1 ? pluralLabel(labelOf(key)) : labelOf(key), members: of.length, voices: sum(of) }
    }),
  }
}

function openingQuorum(stored: unknown): MinutesBody['quorum'] {
  const read = quorumFigures.safeParse(stored)
  if (!read.success) return null
  return { met: read.data.met, sentence: quorumWords('À l’ouverture', read.data), reasons: reasonsOf(stored) }
}
