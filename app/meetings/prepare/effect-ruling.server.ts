import { readEffect } from '~/effects'
import type { Sitting } from '~/effects/carrier'
import { effectRuling } from '~/effects/carriers.server'
import type { Db, Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import type { CivilDate } from '~/statutes/civil-date'

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
