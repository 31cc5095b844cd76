import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, demandLawful, notFound, Refusal } from '~/platform/refusal'
import { viewOf, type View } from '../cases/access.server'
import { lockCase } from '../cases/lock-case.server'
import { stillExcluded } from '~/members/discipline/still-excluded.server'
import { appealFacts } from './appeal-facts.server'
import { mailAcknowledgement, mailKeepers } from './appeal-mails.server'

export type NewAppeal = { caseId: string; way: 'online' | 'letter'; on: string; text: string; by: View }

/**
 * Writes an appeal, once, under the lock of its case: the person who appeals gets an acknowledgement, the officers who keep the file
 * a notice. Written already, it stays as it was (409 when the day is another). Refused: anybody but `by` (404), a day before the decision, and with the
 * article and its figures where the statutes give no appeal or its delay is over (409).
 */
export async function writeAppeal(ctx: Context, { caseId, way, on, text, by }: NewAppeal): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const found = await lockCase(tx, caseId)
    if ((await viewOf(tx, ctx, found)) !== by) throw notFound()
    const facts = await appealFacts(tx, found)
    if (!facts) throw notFound()
    if (found.appealOutcome === 'WITHDRAWN')
      throw new Refusal('Ce recours a été retiré : le retrait est définitif, comme il était dit.')
    if (found.appealedOn) {
      if (isoDate(found.appealedOn) === on || way === 'online') return
      throw new Refusal('Un recours contre cette exclusion est déjà enregistré.')
    }
    if (on < facts.decidedOn)
      throw badField('on', 'Ce jour précède la décision : le recours ne peut venir qu’après elle.')
    if (!(await stillExcluded(tx, found)))
      throw new Refusal('Cette exclusion n’a plus d’effet : il n’y a plus à décider à nouveau.')
    const ruling = facts.on(on)
    demandLawful(ruling)
    const appealed = await tx.disciplinaryCase.update({
      where: { id: found.id },
      data: { appealedOn: dateColumn(on), appealWay: way, appealText: text || null },
      include: { recusals: true },
    })
    await mailAcknowledgement(tx, ctx, appealed, on)
    await mailKeepers(tx, ctx, appealed, { news: 'lodged', on })
    await journal(tx, ctx, {
      act: 'case.appealed',
      subject: 'DisciplinaryCase',
      subjectId: found.id,
      ruling,
      details: { way, on },
    })
  })
}
