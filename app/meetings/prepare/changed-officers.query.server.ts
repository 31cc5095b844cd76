import type { Meeting } from '~/generated/prisma/client'
import { lasting, running } from '~/offices/mandates.server'
import { rightsOn } from '~/offices/rights.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'
import { may } from '~/platform/permissions'
import { byName } from '~/statutes/french'
import { list } from '~/ui/format'
import { meetingName } from '../meeting-words'

/**
 * 10-a, 13.2-a: who signed the last sending of a meeting convened and not yet held may sign no more, or who was to preside or to
 * keep its minutes by his office holds it no more. Says who does so now by the statutes, until a correction is sent or the session
 * opens.
 */
export async function changedOfficerSteps(ctx: Context): Promise<HomeStep[]> {
  if (!may(ctx.actor, 'meetings.convene') && !may(ctx.actor, 'meetings.prepare')) return []
  const today = parisDate(ctx.now)
  const meetings = await ctx.db.meeting.findMany({
    where: { state: 'CONVENED', date: { gte: dateColumn(today) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  if (meetings.length === 0) return []
  const now = await officers(ctx.db, today)
  const steps = await Promise.all(
    meetings.map(async (meeting) => {
      const said = await whatChanged(ctx.db, meeting, { today, now })
      return said.length > 0 ? [step(meeting, said)] : []
    }),
  )
  return steps.flat()
}

const step = (meeting: Meeting, said: string[]): HomeStep => ({
  ...PLAIN_STEP,
  key: `officers-${meeting.id}`,
  title: `${meetingName(meeting)} : des fonctions ont changé depuis la convocation`,
  by: isoDate(meeting.date),
  reason: said.join(' '),
  rule: '10-a',
  to: `/assemblees/${meeting.id}`,
  action: 'Voir la réunion',
  rank: 3,
})

type Officers = { president: string | null; replacing: string | null; vices: string[]; secretary: string | null }

/** Who holds the offices of a session on a civil day; a suspended member does not (6.4-c). */
async function officers(db: Db, day: string): Promise<Officers> {
  const date = dateColumn(day)
  const serving = {
    OR: [{ suspendedFrom: null }, { suspendedFrom: { gt: date } }, { suspendedUntil: { lt: date } }],
  }
  const held = await db.mandate.findMany({
    where: { ...lasting(day), member: serving },
    select: { office: true, holderName: true },
    orderBy: [{ from: 'desc' }, { id: 'desc' }],
  })
  const replacement = await db.delegation.findFirst({
    where: { kind: 'REPLACEMENT', ...running(day) },
    select: { toName: true, mandate: { select: { endedOn: true } } },
  })
  const holders = (office: string) => held.filter((one) => one.office === office).map(({ holderName }) => holderName)
  const president = holders('president')[0] ?? null
  // an election ends the replacement of who has left; one who is prevented stays replaced
  const ended = replacement?.mandate.endedOn ?? null
  const elected = president !== null && ended !== null && ended <= date
  return {
    president,
    replacing: elected ? null : (replacement?.toName ?? null),
    vices: holders('vice-president'),
    secretary: holders('secretary')[0] ?? null,
  }
}

const presiding = ({ replacing, president }: Officers): string | null => replacing ?? president

async function whatChanged(
  db: Db,
  meeting: Meeting,
  { today, now }: { today: string; now: Officers },
): Promise<string[]> {
  const last = await db.convocation.findFirst({
    where: { meetingId: meeting.id },
    orderBy: { sequence: 'desc' },
    select: { sentOn: true, sentById: true, signerName: true },
  })
  if (!last) return []
  const then = await officers(db, isoDate(last.sentOn))
  const signerGone = !(await convenes(db, last.sentById, today))
  const chairChanged = presiding(then) !== presiding(now)
  const secretaryGone = then.secretary !== null && then.secretary !== now.secretary
  return [
    signerGone && signing(last.signerName, now),
    (signerGone || chairChanged) && chairing(now),
    secretaryGone && minuting(then.secretary ?? '', now),
  ].filter((sentence) => sentence !== false)
}

/** Whether this account may still convene: President, who replaces him, or who holds his delegation. */
async function convenes(db: Db, accountId: string, today: string): Promise<boolean> {
  const { held, lent } = await rightsOn(db, accountId, today)
  const lends = ({ office, kind, powers }: (typeof lent)[number]) =>
    office === 'president' && (kind === 'REPLACEMENT' || powers.includes('meetings.convene'))
  return held.some(({ office }) => office === 'president') || lent.some(lends)
}

const signing = (signer: string, now: Officers): string =>
  `La convocation a été signée ${byName(signer)}, qui ne peut plus convoquer : elle reste valable. Une correction ou une annulation ${
    presiding(now) === null
      ? 'attend que la présidence soit pourvue ou remplacée.'
      : `se signe désormais ${byName(presiding(now) ?? '')} ou par délégation.`
  }`

function chairing(now: Officers): string {
  if (now.replacing !== null) return `La séance sera présidée ${byName(now.replacing)}, en remplacement (art. 10).`
  if (now.president !== null) return `La séance sera présidée ${byName(now.president)}.`
  if (now.vices.length === 0)
    return 'Ni présidence ni vice-présidence n’est pourvue : personne ne peut présider la séance (art. 10).'
  return `La présidence est vacante : la séance sera présidée par une vice-présidence (art. 10), ${list(now.vices, 'ou')}.`
}

const minuting = (before: string, now: Officers): string =>
  now.secretary === null
    ? `Le secrétariat n’est plus tenu ${byName(before)} : à l’ouverture, qui préside choisit qui rédige le procès-verbal.`
    : `Le secrétariat est désormais tenu ${byName(now.secretary)}.`
