import type { Meeting } from '~/generated/prisma/client'
import { lateDocuments, lateWords } from '~/meetings/convene/late-documents.server'
import { notTold, votableTexts } from '~/meetings/convene/votable.server'
import { lastEventId } from '~/platform/live.server'
import { meetingFacts, meetingTopic, type MeetingFacts } from '~/meetings/session/facts.server'
import { quorumOf } from '~/meetings/session/quorum.server'
import { keepsDesk, presides } from '~/meetings/session/rights.server'
import { categoryLabels } from '~/meetings/session/words'
import type { Context } from '~/platform/context'
import { admissionChance } from './judge-admission-vote'
import { asksBureauUnanimity, requirementsOf } from './counted-ballot'
import { ballotBox } from './box/ballot-box.server'
import { faultSentence } from './fault-sentence'
import { onPerson } from './on-person.server'
import { outcomeViews, type OutcomeView } from './outcome.query.server'
import { participation } from './participation.query.server'
import { roomVoters } from './room-voters.server'
import { smallClassWarning } from './warnings'
import { smallClasses } from './weight-classes'

const TO_VOTE: readonly OutcomeView['state'][] = ['PENDING', 'ONLINE']

/**
 * The ballots of a meeting. Everybody called sees what is decided; who presides or keeps the desk also sees who has voted
 * (never what), and the chair what he may open next (`asked` when he chose another resolution).
 */
export async function ballotsPage(ctx: Context, meeting: Meeting, asked: string | null) {
  const lastEvent = await lastEventId(meetingTopic(meeting.id))
  const mayPreside = presides(ctx.actor, meeting)
  const follows = mayPreside || keepsDesk(ctx.actor, meeting)
  const views = await outcomeViews(ctx.db, meeting.id)
  const running = meeting.state === 'OPEN' && meeting.openedAt !== null
  const open = views.find(({ state }) => state === 'OPEN') ?? null
  const waiting = views.filter(({ state }) => TO_VOTE.includes(state))
  const next = open ? null : (waiting.find(({ id }) => id === asked) ?? waiting[0] ?? null)
  return {
    lastEvent,
    state: meeting.state,
    running,
    mayPreside,
    views,
    open:
      open && follows
        ? { view: open, ...(await participation(ctx.db, open.id)), fault: await faultOf(ctx, open) }
        : null,
    next: next && running && mayPreside ? await offer(ctx, await meetingFacts(ctx.db, meeting.id), next) : null,
  }
}

/** Said as soon as it is there, not at the closing. */
async function faultOf({ db }: Context, { id, secret, mode }: OutcomeView): Promise<string | null> {
  const faults = secret && mode === 'ELECTRONIC' ? await ballotBox.faults(db, id) : null
  return faults && faultSentence(faults)
}

/** What the chair must know before he puts a resolution to the vote. */
async function offer(ctx: Context, facts: MeetingFacts, view: OutcomeView) {
  const resolution = await ctx.db.resolution.findUniqueOrThrow({
    where: { id: view.id },
    select: { id: true, meetingId: true, among: true, effect: true, item: { select: { id: true, kind: true } } },
  })
  const quorum = quorumOf(facts, view.id)
  const small = view.secret ? smallClasses(await roomVoters(ctx.db, resolution)) : []
  const requirements = requirementsOf(facts, quorum.basis === 'first')
  const byName = view.kind === 'UNANIMITY' || requirements.some(({ among }) => among)
  return {
    view,
    quorum,
    categories: categoryLabels(facts.statutes),
    onAgenda: resolution.item.kind === 'VOTE',
    /** why it may be discussed and not voted; empty when it may be voted */
    notTold: notTold(await votableTexts(ctx.db, facts.meeting), view.id),
    /** papers of its point or of the whole meeting that came late: the vote is on the text, and is held */
    lateDocuments: (await lateDocuments(ctx.db, facts.meeting))
      .filter(({ itemId }) => itemId === null || itemId === resolution.item.id)
      .map((document) => `${document.title} : ${lateWords(document)}.`),
    warning: small.length > 0 ? smallClassWarning(small) : null,
    modes: byName
      ? (['ELECTRONIC'] as const)
      : view.secret
        ? (['ELECTRONIC', 'PAPER'] as const)
        : (['ELECTRONIC', 'HANDS', 'PAPER'] as const),
    onPerson: await onPerson(ctx, facts, { ...resolution, secret: view.secret }),
    admission: asksBureauUnanimity(facts.meeting, resolution) ? admissionChance(facts, view.id) : null,
    votedOnline: facts.online.filter(({ resolutionId }) => resolutionId === view.id).length,
  }
}

export type BallotsPage = Awaited<ReturnType<typeof ballotsPage>>
export type OpenOffer = NonNullable<BallotsPage['next']>
export type OpenBallotView = NonNullable<BallotsPage['open']>
