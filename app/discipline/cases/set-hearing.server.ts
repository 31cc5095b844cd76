import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, Refusal } from '~/platform/refusal'
import { defenceOver } from '~/statutes/exclusion'
import { frenchDate, frenchTime } from '~/ui/format'
import { demandConduct } from './access.server'
import { defenceOf } from '~/members/discipline/case-decision.server'
import type { NoticeInput } from './case.form'
import { demandState, lockCase } from './lock-case.server'
import { hearingColumns } from './send-notice.server'
import { tellMember } from './tell-member.server'

/**
 * Sets another day for the hearing, and tells the member. Refused once he was heard, and before the defence days are over,
 * counted from the first presentation of the letter, or from today while there is no proof of it.
 */
export async function setHearing(ctx: Context, input: NoticeInput & { caseId: string }): Promise<void> {
  const today = parisDate(ctx.now)
  const hearing = { on: input.on ?? '', time: input.time ?? '', place: input.place ?? '' }
  await transact(ctx.db, async (tx) => {
    const found = await lockCase(tx, input.caseId)
    await demandConduct(tx, ctx, found)
    demandState(found, 'NOTIFIED', 'DEFERRED')
    if (found.hearingNotes !== null) throw new Refusal('Le membre a déjà été entendu.')
    const { statutes } = await statutesInForce(tx, today)
    const { presentedOn } = await defenceOf(tx, found)
    const earliest = defenceOver(statutes, presentedOn ?? today)
    if (hearing.on < earliest || hearing.on < today)
      throw badField('on', `Le délai de défense court encore : le ${frenchDate(earliest)} au plus tôt.`)
    await tx.disciplinaryCase.update({
      where: { id: found.id },
      data: hearingColumns(hearing),
      select: { id: true },
    })
    const when = `${frenchDate(hearing.on, { weekday: true })} à ${frenchTime(hearing.time)}`
    await tellMember(tx, ctx, {
      memberId: found.memberId,
      caseId: found.id,
      news: 'hearing',
      when,
      place: hearing.place,
    })
    await journal(tx, ctx, {
      act: 'case.hearing-set',
      subject: 'DisciplinaryCase',
      subjectId: found.id,
      details: { on: hearing.on },
    })
  })
}
