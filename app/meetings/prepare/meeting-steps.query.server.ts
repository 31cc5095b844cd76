import type { Meeting } from '~/generated/prisma/client'
import { countToPost } from '../convene/to-post.query.server'
import { meetingDemands } from './demands.query.server'
import type { Demand } from './demand'
import { BODY_WORDS, meetingName } from '../meeting-words'
import { chairOf } from '../session/chair'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { plural } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

type Sent = { meeting: Meeting; name: string; demands: Demand[] }

/** What whoever prepares, convenes or chairs has to do for each meeting that is not over: write, convene, post, open, close. */
export async function meetingSteps(ctx: Context): Promise<HomeStep[]> {
  const prepares = may(ctx.actor, 'meetings.prepare')
  const convenes = may(ctx.actor, 'meetings.convene')
  if (!prepares && !convenes) return []
  const today = parisDate(ctx.now)
  const meetings = await ctx.db.meeting.findMany({
    where: { state: { in: ['DRAFT', 'CONVENED', 'OPEN'] } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  const steps = await Promise.all(
    meetings.map(async (meeting): Promise<HomeStep[]> => {
      const day = isoDate(meeting.date)
      if (meeting.state === 'OPEN') return day < today ? [toClose(meeting)] : []
      if (day < today) return [passed({ ctx, meeting })]
      const about = { meeting, name: meetingName(meeting), demands: await meetingDemands(ctx, meeting) }
      return [
        ...(prepares ? toPrepare(about) : []),
        ...(convenes ? toConvene(about) : []),
        ...(await toPost(ctx, about)),
        ...(day === today ? toOpen(ctx, meeting) : []),
      ]
    }),
  )
  return steps.flat()
}

const of = (demand: Demand, { id }: Meeting): Omit<HomeStep, 'title' | 'to' | 'action' | 'rank'> => ({
  key: `${demand.key}-${id}`,
  by: demand.day,
  reason:
    demand.key === 'notice' && demand.state === 'todo'
      ? `Passé ce jour, la convocation est hors délai. ${demand.sentence}`
      : demand.sentence,
  rule: demand.rule,
  reasons: demand.reasons,
  late: demand.state === 'late',
})

/** Told by steps of their own. */
const APART = new Set(['notice', 'delivery'])

/** The first thing that the statutes still ask for; the page of the meeting shows the others. */
function toPrepare({ meeting, name, demands }: Sent): HomeStep[] {
  const open = demands.filter(({ key, state }) => state !== 'done' && !APART.has(key))
  const [first] = open
  if (!first) return []
  const others =
    open.length > 1 ? ` Puis ${plural(open.length - 1, 'autre demande', 'autres demandes')} des statuts.` : ''
  const step = of(first, meeting)
  return [
    {
      ...step,
      title: `${first.title} (${name})`,
      reason: `${step.reason}${others}`,
      to: `/assemblees/${meeting.id}`,
      action: 'Voir la préparation',
      rank: 2,
    },
  ]
}

function toConvene({ meeting, name, demands }: Sent): HomeStep[] {
  const notice = demands.find(({ key }) => key === 'notice')
  const ready = demands.every(({ state, grade, key }) => key === 'notice' || grade !== 'blocking' || state === 'done')
  if (!notice || !ready || meeting.state !== 'DRAFT') return []
  return [
    {
      ...of(notice, meeting),
      title: `Convoquer ${name.replace(/^AG/, 'l’AG').replace(/^Bureau/, 'le Bureau')}`,
      to: `/assemblees/${meeting.id}/convocation`,
      action: 'Relire et convoquer',
      rank: 1,
    },
  ]
}

/** Letters count from their posting; a mail that reached nobody is replaced by one. */
async function toPost({ db }: Context, { meeting, name, demands }: Sent): Promise<HomeStep[]> {
  if (meeting.state !== 'CONVENED') return []
  const { letters, failed, withdrawn } = await countToPost(db, meeting)
  const count = letters + failed + withdrawn
  if (count === 0) return []
  const replaced = [
    failed > 0 &&
      `${plural(failed, 'courriel n’est pas parti, ou est revenu', 'courriels ne sont pas partis, ou sont revenus')}, à remplacer.`,
    withdrawn > 0 && `Accord au courriel retiré par ${plural(withdrawn, 'membre')} : une lettre suit.`,
  ].filter((said) => said !== false)
  return [
    {
      ...PLAIN_STEP,
      key: `letters-${meeting.id}`,
      title: `Poster ${plural(count, 'convocation', 'convocations')} par lettre`,
      by: demands.find(({ key }) => key === 'notice')?.day ?? null,
      reason: `${name} : le délai de ces membres court du jour où leur lettre est postée. ${replaced.join(' ')}`.trim(),
      to:
        letters > 0
          ? `/assemblees/${meeting.id}/convocation#lettres`
          : `/assemblees/${meeting.id}/convocation?voir=a-traiter`,
      action: 'Imprimer et poster',
      rank: 3,
    },
  ]
}

function toOpen(ctx: Context, meeting: Meeting): HomeStep[] {
  if (meeting.state !== 'CONVENED' || typeof (chairOf(ctx.actor) ?? '') === 'string') return []
  return [
    {
      ...PLAIN_STEP,
      key: `open-${meeting.id}`,
      title: `Ouvrir l’émargement ${BODY_WORDS[meeting.body].of}`,
      by: isoDate(meeting.date),
      reason: 'La réunion se tient aujourd’hui : les membres signent dès que l’émargement est ouvert.',
      to: `/assemblees/${meeting.id}/seance`,
      action: 'Ouvrir la séance',
      rank: -1,
    },
  ]
}

function toClose(meeting: Meeting): HomeStep {
  return {
    ...PLAIN_STEP,
    key: `close-${meeting.id}`,
    title: `Clore la séance : ${meetingName(meeting)}`,
    by: isoDate(meeting.date),
    reason: 'Elle est restée ouverte : le procès-verbal ne s’écrit qu’une fois la séance close.',
    to: `/assemblees/${meeting.id}/seance`,
    action: 'Voir la séance',
    rank: 1,
  }
}

/** Its day came and nobody opened it. */
function passed({ ctx, meeting }: { ctx: Context; meeting: Meeting }): HomeStep {
  const draft = meeting.state === 'DRAFT'
  const page = `/assemblees/${meeting.id}`
  const cancels = !draft && may(ctx.actor, 'meetings.convene')
  const moves = draft && may(ctx.actor, 'meetings.prepare')
  return {
    ...PLAIN_STEP,
    key: `passed-${meeting.id}`,
    title: `${meetingName(meeting)} : ${draft ? 'jamais convoquée, sa date est passée' : 'convoquée, jamais ouverte'}`,
    by: isoDate(meeting.date),
    reason: draft
      ? 'Donnez-lui une nouvelle date : les délais des statuts repartent d’elle.'
      : 'Annulez-la, puis convoquez à nouveau : ceux qui sont convoqués attendent de savoir.',
    to: cancels ? `${page}/convocation/annuler` : moves ? `${page}/modifier` : page,
    action: cancels ? 'Annuler la réunion' : moves ? 'Changer la date' : 'Voir la réunion',
    rank: 2,
  }
}
