import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { foreseenCase } from '~/members/discipline/foreseen-case.server'
import { founderCandidate } from '~/members/register/founder-candidate.server'
import { eventObjection } from '~/members/register/record-member-event.server'
import type { MembershipEvent } from '~/members/register/fold-events'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { judgeDuesAmounts, judgeDuesYear } from '~/statutes/dues-decision'
import { judgeCompetence } from '~/statutes/competence'
import { judgeFounderCandidate, judgeHonoraryAward } from '~/statutes/membership'
import { lawful, reason, unlawful, type Ruling } from '~/statutes/ruling'
import { readEffect, type Effect } from '../effect'

type Sitting = Pick<Meeting, 'id' | 'body' | 'date' | 'accountsOfYear' | 'statutesId'>

/**
 * Whether adoption could take effect on the day of the meeting, as far as that can be known before (6.1-c, 6.3-a, 6.4-c, 13.2-b):
 * looked at when a resolution is written, when the meeting is convened, and by the effect itself at the ballot. What comes from
 * a file was judged by that file; the file of a suspension is looked at again.
 */
export async function effectRuling(tx: Db | Tx, meeting: Sitting, effect: Effect): Promise<Ruling> {
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const date = isoDate(meeting.date)
  const { body } = meeting
  const annual = meeting.accountsOfYear !== null
  const competence = judgeCompetence(statutes, body, effect.kind)
  if (effect.kind === 'exclude-member') return lawful()
  if (effect.kind === 'suspend-member') {
    const { caseId, memberId, until, reason: reasons } = effect
    return allOf(
      await foreseenCase(tx, statutes, { caseId, body, on: date, reasons }),
      await follows(tx, { memberId, kind: 'SUSPENDED', on: date, until }, date),
    )
  }
  if (competence.outcome !== 'lawful') return competence
  switch (effect.kind) {
    case 'set-dues':
      return (
        (await alreadySet(tx, effect.year)) ??
        allOf(judgeDuesAmounts(statutes, effect.amounts), judgeDuesYear({ ...effect, date }))
      )
    case 'award-honorary':
      return allOf(
        judgeHonoraryAward(statutes, { body, annual }),
        await follows(
          tx,
          { memberId: effect.memberId, kind: 'CATEGORY_CHANGED', on: date, category: 'honorary' },
          date,
        ),
      )
    case 'grant-founder': {
      const { from } = statutes.admission.founder
      const candidate = await founderCandidate(tx, { memberId: effect.memberId, from, date })
      return allOf(
        judgeFounderCandidate(statutes, { ...candidate, body, annual, date }),
        await follows(tx, { memberId: effect.memberId, kind: 'CATEGORY_CHANGED', on: date, category: 'founder' }, date),
      )
    }
    default:
      return competence
  }
}

/** Refuses to convene a meeting on an effect that could not be carried out on its day, naming the resolution. */
export async function demandEffects(tx: Tx, meeting: Sitting): Promise<void> {
  const [first] = await unlawfulEffects(tx, meeting)
  if (!first) return
  throw new Refusal(`La résolution ${first.number} ne pourrait pas prendre effet.`, { reasons: first.reasons })
}

/** The resolutions of an agenda that could not take effect on the day of the meeting, and why. */
export async function unlawfulEffects(tx: Db | Tx, meeting: Sitting) {
  const waiting = await tx.resolution.findMany({
    where: { meetingId: meeting.id, state: 'PENDING' },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true, effect: true },
  })
  const judged = await Promise.all(
    waiting.map(async ({ effect, ...one }) => ({ ...one, ...(await effectRuling(tx, meeting, readEffect(effect))) })),
  )
  return judged.filter(({ outcome }) => outcome !== 'lawful')
}

function allOf(...rulings: Ruling[]): Ruling {
  const refused = rulings.filter(({ outcome }) => outcome !== 'lawful')
  return refused.length === 0
    ? lawful(...rulings.flatMap(({ reasons }) => reasons))
    : unlawful(...refused.flatMap(({ reasons }) => reasons))
}

/** 6-a: would this event follow what is recorded of the membership, on the day of the meeting? */
async function follows(tx: Db | Tx, event: MembershipEvent & { memberId: string }, date: string): Promise<Ruling> {
  const against = await eventObjection(tx, event, date)
  return against ? unlawful(against) : lawful()
}

async function alreadySet(tx: Db | Tx, year: number): Promise<Ruling | null> {
  const known = await tx.duesPeriod.findUnique({ where: { year }, select: { source: true } })
  return known && unlawful(reason('13.2-b', `La cotisation ${year} est déjà fixée (${known.source}).`))
}
