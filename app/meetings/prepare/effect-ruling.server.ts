import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { founderCandidate } from '~/members/register/founder-candidate.server'
import { eventObjection } from '~/members/register/record-member-event.server'
import type { MembershipEvent } from '~/members/register/fold-events'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import type { CivilDate } from '~/statutes/civil-date'
import { judgeDuesAmounts, judgeDuesYear } from '~/statutes/dues-decision'
import { judgeCompetence } from '~/statutes/competence'
import { judgeFounderCandidate, judgeHonoraryAward } from '~/statutes/membership'
import { lawful, reason, unlawful, type Ruling } from '~/statutes/ruling'
import { isFromFile, readEffect, type Effect } from '../effect'
import { fileEffectRuling, type FileEffect } from './file-effect-ruling.server'

/** What the form of a resolution writes by itself. */
type WrittenEffect = Exclude<Effect, FileEffect>
const isWritten = (effect: Effect): effect is WrittenEffect => !isFromFile(effect.kind)

export type Sitting = Pick<Meeting, 'id' | 'body' | 'date' | 'accountsOfYear' | 'statutesId'>

/**
 * Whether adoption could take effect on the day of the meeting, as far as that can be known before (6.1-c, 6.3-a, 6.4-c, 13.2-b):
 * looked at when a resolution is written, when the meeting is convened, and by the effect itself at the ballot. What comes from
 * a file is judged by `fileEffectRuling`.
 */
async function writtenEffectRuling(tx: Db | Tx, meeting: Sitting, effect: WrittenEffect): Promise<Ruling> {
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const date = isoDate(meeting.date)
  const { body } = meeting
  const annual = meeting.accountsOfYear !== null
  const competence = judgeCompetence(statutes, body, effect.kind)
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
    case 'none':
      return competence
  }
}

/** The same of any resolution, wherever its effect comes from; `text` is what is put to the vote. */
export function effectRuling(
  tx: Db | Tx,
  effect: Effect,
  judged: { meeting: Sitting; text: string; today: CivilDate },
): Promise<Ruling> {
  return isWritten(effect) ? writtenEffectRuling(tx, judged.meeting, effect) : fileEffectRuling(tx, effect, judged)
}

/** Refuses to convene a meeting on an effect that could not be carried out on its day, naming the resolution. */
export async function demandEffects(tx: Tx, meeting: Sitting, today: CivilDate): Promise<void> {
  const [first] = await unlawfulEffects(tx, meeting, today)
  if (!first) return
  throw new Refusal(`La résolution ${first.number} ne pourrait pas prendre effet.`, { reasons: first.reasons })
}

/** The resolutions of an agenda that could not take effect on the day of the meeting, and why. */
export async function unlawfulEffects(tx: Db | Tx, meeting: Sitting, today: CivilDate) {
  const waiting = await tx.resolution.findMany({
    where: { meetingId: meeting.id, state: 'PENDING' },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true, text: true, effect: true },
  })
  const judged = await Promise.all(
    waiting.map(async ({ effect, text, ...one }) => ({
      ...one,
      ...(await effectRuling(tx, readEffect(effect), { meeting, text, today })),
    })),
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
