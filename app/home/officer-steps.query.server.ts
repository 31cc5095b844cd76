import { statutesInForce, statutesVersion } from '~/association/in-force.server'
import { isPresident } from '~/meetings/convene/signer.server'
import { meetingDemands } from '~/meetings/prepare/demands.query.server'
import type { Demand } from '~/meetings/prepare/demand'
import { BODY_WORDS, meetingName } from '~/meetings/meeting-words'
import { secondSessionOffer } from '~/meetings/session/second-session'
import { whoAdmits } from '~/membership/applications/who-admits'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { addDays } from '~/statutes/civil-date'
import { plural, shortDate } from '~/ui/format'
import type { HomeStep } from './step'
import { minutesSteps } from './minutes-steps.query.server'
import { repriseSteps } from './reprise-steps.query.server'

const LOOKS_BACK_DAYS = 45

/** What officers, and whoever holds their powers, have to do: convene, prepare, post, write, sign, convene again. */
export async function officerSteps(ctx: Context): Promise<HomeStep[]> {
  const prepares = may(ctx.actor, 'meetings.prepare')
  const convenes = may(ctx.actor, 'meetings.convene')
  const [preparation, letters, minutes, failed, applications, reprises] = await Promise.all([
    prepares || convenes ? preparationSteps(ctx, { prepares, convenes }) : [],
    prepares || convenes ? letterSteps(ctx) : [],
    minutesSteps(ctx),
    convenes ? failedSteps(ctx) : [],
    may(ctx.actor, 'members.write') ? applicationSteps(ctx) : [],
    repriseSteps(ctx),
  ])
  return [...preparation, ...letters, ...minutes, ...failed, ...applications, ...reprises]
}

/** 6.2-a: requests to join that are not on an agenda of the Bureau yet. */
async function applicationSteps(ctx: Context): Promise<HomeStep[]> {
  const count = await ctx.db.application.count({ where: { state: 'SUBMITTED' } })
  if (count === 0) return []
  const { statutes } = await statutesInForce(ctx.db, parisDate(ctx.now))
  const { organ, name, unanimous } = whoAdmits(statutes)
  const alone = organ === 'president'
  if (alone && !isPresident(ctx)) return []
  return [
    {
      key: 'applications',
      title: alone
        ? plural(count, 'candidature attend votre réponse', 'candidatures attendent votre réponse')
        : plural(count, 'candidature à inscrire', 'candidatures à inscrire'),
      by: null,
      reason: alone
        ? 'Les statuts donnent cette décision au Président seul.'
        : `${name} décide${unanimous ? ' à l’unanimité de ses membres en fonction' : ''} : la candidature va à son ordre du jour.`,
      rule: '6.2-a',
      reasons: [],
      to: '/candidatures',
      action: 'Voir les candidatures',
      late: false,
      rank: 6,
    },
  ]
}

/** Told by steps of their own. */
const APART = new Set(['notice', 'delivery'])

async function preparationSteps(
  ctx: Context,
  { prepares, convenes }: { prepares: boolean; convenes: boolean },
): Promise<HomeStep[]> {
  const meetings = await ctx.db.meeting.findMany({
    where: { state: { in: ['DRAFT', 'CONVENED'] } },
    orderBy: { startsAt: 'asc' },
    take: 2,
  })
  const steps = await Promise.all(
    meetings.map(async (meeting) => {
      const demands = await meetingDemands(ctx, meeting)
      const notice = demands.find(({ key }) => key === 'notice')
      const open = demands.find(({ key, state }) => state !== 'done' && !APART.has(key))
      const ready = demands.every(
        ({ state, grade, key }) => key === 'notice' || grade !== 'blocking' || state === 'done',
      )
      const name = meetingName(meeting)
      const of = (demand: Demand, rest: Pick<HomeStep, 'title' | 'to' | 'action' | 'rank'>): HomeStep => ({
        key: `${demand.key}-${meeting.id}`,
        by: demand.day,
        reason:
          demand.key === 'notice' && demand.state === 'todo'
            ? `Passé ce jour, la convocation est hors délai. ${demand.sentence}`
            : demand.sentence,
        rule: demand.rule,
        reasons: demand.reasons,
        late: demand.state === 'late',
        ...rest,
      })
      const convene =
        convenes && notice && ready && meeting.state === 'DRAFT'
          ? [
              of(notice, {
                title: `Convoquer ${name.replace(/^AG/, 'l’AG').replace(/^Bureau/, 'le Bureau')}`,
                to: `/assemblees/${meeting.id}/convocation`,
                action: 'Relire et convoquer',
                rank: 1,
              }),
            ]
          : []
      const prepare =
        prepares && open
          ? [
              of(open, {
                title: `${open.title} (${name})`,
                to: `/assemblees/${meeting.id}`,
                action: 'Voir la préparation',
                rank: 2,
              }),
            ]
          : []
      return [...prepare, ...convene]
    }),
  )
  return steps.flat()
}

async function letterSteps(ctx: Context): Promise<HomeStep[]> {
  const meetings = await ctx.db.meeting.findMany({
    where: { state: 'CONVENED', convocations: { some: { notices: { some: { channel: 'LETTER', postedOn: null } } } } },
    orderBy: { startsAt: 'asc' },
    take: 2,
  })
  return Promise.all(
    meetings.map(async (meeting) => {
      const count = await ctx.db.convocationNotice.count({
        where: { convocation: { meetingId: meeting.id }, channel: 'LETTER', postedOn: null },
      })
      return {
        key: `letters-${meeting.id}`,
        title: `Poster ${plural(count, 'convocation', 'convocations')} par lettre`,
        by: parisDate(ctx.now),
        reason: `${meetingName(meeting)} : ces membres n’ont pas accepté le courriel. Le délai court du jour de l’envoi.`,
        rule: null,
        reasons: [],
        to: `/assemblees/${meeting.id}/convocation`,
        action: 'Imprimer et poster',
        late: false,
        rank: 3,
      }
    }),
  )
}

/** 13.2-e: a session without quorum that a second one may still follow. */
async function failedSteps(ctx: Context): Promise<HomeStep[]> {
  const today = parisDate(ctx.now)
  const meetings = await ctx.db.meeting.findMany({
    where: { state: 'NO_QUORUM', second: null, date: { gte: dateColumn(addDays(today, -LOOKS_BACK_DAYS)) } },
    take: 2,
  })
  const steps = await Promise.all(
    meetings.map(async (meeting) => {
      const { statutes } = await statutesVersion(ctx.db, meeting.statutesId)
      const offer = secondSessionOffer(statutes, meeting, today)
      if (!offer.possible) return []
      const { latest, lastSendingDayForLatest } = offer.range
      return [
        {
          key: `second-${meeting.id}`,
          title: `Convoquer la seconde session ${BODY_WORDS[meeting.body].of}`,
          by: lastSendingDayForLatest,
          reason: `Sans quorum le ${shortDate(isoDate(meeting.date))}.${latest ? ' Passé le dernier jour, il faut une nouvelle première session.' : ''}`,
          rule: '13.2-e' as const,
          reasons: [],
          to: `/assemblees/${meeting.id}/seconde-session`,
          action: 'Convoquer',
          late: false,
          rank: 0,
        },
      ]
    }),
  )
  return steps.flat()
}
