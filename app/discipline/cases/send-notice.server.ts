import { statutesInForce } from '~/association/in-force.server'
import { writeLetter } from '~/letters/write-letter.server'
import { instantOf, parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { journal } from '~/platform/journal.server'
import { demandLawful } from '~/platform/refusal'
import { demandConduct } from './access.server'
import { organOf } from '~/members/discipline/organ-of'
import { readFacts } from './case-file'
import type { NoticeInput } from './case.form'
import { noticeLetter } from './case-letters'
import { involvedMembers } from './involved.server'
import { judgeCaseNotice, suspendedUntil } from '~/members/discipline/judge-case'
import { letterSigner } from './letter-signer.server'
import { demandState, lockCase } from './lock-case.server'
import { NOTICE_KINDS } from '~/members/discipline/notice-kinds'
import { tellMember } from './tell-member.server'

/**
 * Writes the letter that opens the defence (6.4-a), to be posted registered; the member is told by mail, without the facts.
 * Refused with the article when the letter would not let him defend himself: vague facts, a hearing too early, no place.
 */
export async function sendNotice(ctx: Context, input: NoticeInput & { caseId: string }): Promise<{ letterId: string }> {
  const today = parisDate(ctx.now)
  const hearing =
    input.way === 'hearing' ? { on: input.on ?? '', time: input.time ?? '', place: input.place ?? '' } : null
  return transact(ctx.db, async (tx) => {
    const found = await lockCase(tx, input.caseId)
    await demandConduct(tx, ctx, found)
    demandState(found, 'DRAFT')
    const { statutes } = await statutesInForce(tx, today)
    const facts = readFacts(found.facts)
    const { ruleBroken, sanction } = found
    const ruling = judgeCaseNotice(statutes, found, {
      facts,
      ruleBroken,
      sanction,
      hearing,
      assistance: true,
      writtenOn: today,
    })
    demandLawful(ruling)
    const content = noticeLetter({
      kind: found.kind,
      until: suspendedUntil(found),
      facts,
      ruleBroken,
      hearing,
      organ: organOf(found.organ),
      organReason: found.organReason,
      defenceDays: statutes.discipline.defenceDays,
      site: new URL(env().PUBLIC_URL).host,
      signer: await letterSigner(tx, today, await involvedMembers(tx, found)),
    })
    const letterId = await writeLetter(tx, ctx, {
      memberId: found.memberId,
      kind: NOTICE_KINDS[found.kind],
      subjectId: found.id,
      content,
    })
    await tx.disciplinaryCase.update({
      where: { id: found.id },
      data: { state: 'NOTIFIED', ...hearingColumns(hearing) },
      select: { id: true },
    })
    await tellMember(tx, ctx, { memberId: found.memberId, caseId: found.id, news: 'opened' })
    await journal(tx, ctx, { act: 'case.notified', subject: 'DisciplinaryCase', subjectId: found.id, ruling })
    return { letterId }
  })
}

type Hearing = { on: string; time: string; place: string }

export const hearingColumns = (hearing: Hearing | null) => ({
  hearingAt: hearing && dateFromInstant(instantOf(hearing.on, hearing.time)),
  hearingPlace: hearing?.place ?? null,
})
