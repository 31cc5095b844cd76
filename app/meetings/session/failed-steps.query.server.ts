import { statutesVersion } from '~/association/in-force.server'
import { BODY_WORDS } from '../meeting-words'
import { secondSessionOffer } from './second-session'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { shortDate } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

/** 13.2-e: the sessions without quorum that a second one may still follow. */
export async function failedSteps(ctx: Context): Promise<HomeStep[]> {
  if (!may(ctx.actor, 'meetings.convene')) return []
  const meetings = await ctx.db.meeting.findMany({
    where: { state: 'NO_QUORUM', second: null },
    orderBy: { date: 'asc' },
  })
  const steps = await Promise.all(
    meetings.map(async (meeting): Promise<HomeStep[]> => {
      const { statutes } = await statutesVersion(ctx.db, meeting.statutesId)
      const offer = secondSessionOffer(statutes, meeting, parisDate(ctx.now))
      if (!offer.possible) return []
      const { latest, lastSendingDayForLatest } = offer.range
      return [
        {
          ...PLAIN_STEP,
          key: `second-${meeting.id}`,
          title: `Convoquer la seconde session ${BODY_WORDS[meeting.body].of}`,
          by: lastSendingDayForLatest,
          reason: `Sans quorum le ${shortDate(isoDate(meeting.date))}.${latest ? ' Passé le dernier jour, il faut une nouvelle première session.' : ''}`,
          rule: '13.2-e',
          to: `/assemblees/${meeting.id}/seconde-session`,
          action: 'Convoquer',
          rank: 0,
        },
      ]
    }),
  )
  return steps.flat()
}
