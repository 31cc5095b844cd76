import type { Prisma } from '~/generated/prisma/client'
import { untoldNames } from '~/meetings/convene/demand-reached.server'
import { lateDocuments, lateWords } from '~/meetings/convene/late-documents.server'
import { meetingReach } from '~/meetings/convene/reach.query.server'
import type { Db, Tx } from '~/platform/db.server'
import { isoDate } from '~/platform/dates'
import { saidState, type SaidState } from '~/platform/mail/said-state.server'
import { byName, plainCount, plainDate, list } from '~/statutes/french'
import { noticeRule } from '~/statutes/notice'
import { reachSentence } from '~/statutes/notice-reach'
import { reason } from '~/statutes/ruling'
import { reasonsOf } from '~/platform/stored-ruling'
import type { MinutesBody } from '../body'

const KINDS = {
  CONVOCATION: 'La convocation',
  CORRECTION: 'Une convocation rectificative',
  CANCELLATION: 'Une annulation',
} as const

const NOTICES = {
  select: { channel: true, postedOn: true, mail: { select: { state: true, handedAt: true } } },
} as const
type Sending = Prisma.ConvocationGetPayload<{ include: { notices: typeof NOTICES } }>

/**
 * How and when the members were convened (8.3-a, 13.2-a): what was decided, one sentence a sending, then what is known to have left
 * and whom it reached in time. What was only asked for is never told as done.
 */
export async function convocationFacts(tx: Db | Tx, meetingId: string): Promise<MinutesBody['convocation']> {
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
  const sendings = await tx.convocation.findMany({
    where: { meetingId },
    orderBy: { sequence: 'asc' },
    include: { notices: NOTICES },
  })
  const last = sendings.at(-1)
  if (!last) return { sentences: ['Aucune convocation n’a été décidée.'], reasons: [], contentHash: null }
  const { counts, lastDay, people } = await meetingReach(tx, meeting)
  const told = reason(noticeRule(meeting.body, meeting.session === 2 ? 2 : 1), reachSentence(counts, lastDay), {
    convened: counts.total,
    toldInTime: counts['in-time'],
    lastSendingDay: lastDay,
  })
  const untold = untoldNames(people)
  const late = await lateDocuments(tx, meeting)
  // a ruling given on the day of the sending says nothing of what left
  const others = reasonsOf(last.ruling).filter(({ figures }) => !('lastSendingDay' in figures))
  return {
    sentences: [
      ...sendings.flatMap(sendingSentences),
      told.sentence,
      ...(untold.length > 0 ? [`N’ont pas été prévenus à temps : ${list(untold)}.`] : []),
      ...late.map((document) => `Document tardif : « ${document.title} », ${lateWords(document)}.`),
      ...(late.length > 0
        ? ['Le texte soumis au vote est celui de la convocation : ces documents n’y changent rien.']
        : []),
      ...others.map(({ sentence }) => sentence),
    ],
    reasons: [told, ...others],
    contentHash: last.contentHash,
  }
}

function sendingSentences({ kind, sentOn, signerName, signerTitle, notices, lateReason }: Sending): string[] {
  const of = (state: SaidState) =>
    notices.filter(({ channel, mail }) => channel === 'MAIL' && mail !== null && saidState(mail) === state).length
  const letters = notices.filter(({ channel }) => channel === 'LETTER')
  const posted = letters.filter(({ postedOn }) => postedOn !== null).length
  const parts = [
    [of('ACCEPTED'), 'courriel accepté par un serveur', 'courriels acceptés par un serveur'],
    [of('BOUNCED'), 'courriel revenu', 'courriels revenus'],
    [of('REFUSED'), 'courriel refusé', 'courriels refusés'],
    [of('UNANSWERED'), 'courriel resté sans réponse du serveur', 'courriels restés sans réponse du serveur'],
    [of('QUEUED'), 'courriel non parti', 'courriels non partis'],
    [posted, 'lettre postée', 'lettres postées'],
    [letters.length - posted, 'lettre dont le dépôt n’est pas noté', 'lettres dont le dépôt n’est pas noté'],
  ] as const
  const known = parts.filter(([count]) => count > 0).map(([count, one, many]) => plainCount(count, one, many))
  return [
    `${KINDS[kind]} a été décidée le ${plainDate(isoDate(sentOn))} ${byName(signerName)} (${signerTitle.toLowerCase()}) pour ${plainCount(notices.length, 'membre')} : ${list(known)}.`,
    ...(lateReason ? [`Elle l’a été hors délai. Motif donné : ${lateReason}`] : []),
  ]
}
