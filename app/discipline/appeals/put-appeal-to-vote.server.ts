import { lockMeeting } from '~/meetings/lock.server'
import { putOnAgenda } from '~/meetings/agenda/put-on-agenda.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { ofName } from '~/statutes/french'
import { organ } from '~/statutes/organs'
import { frenchDate } from '~/ui/format'
import { demandConduct } from '../cases/access.server'
import { organOf } from '~/members/discipline/organ-of'
import { readFacts } from '../cases/case-file'
import { ended } from '../cases/case-letters'
import { lockCase, type LockedCase } from '../cases/lock-case.server'
import { stillExcluded } from '~/members/discipline/still-excluded.server'
import { appealListing } from './appeal-facts.server'
import { isAppealPending } from '~/members/discipline/appeal-pending'
import { tellMeeting } from './tell-meeting.server'
import { toldOf } from './told'

/**
 * Puts an appeal on the agenda of an ordinary assembly in preparation (6.4-a): a point, and a secret resolution whose adoption
 * annuls the exclusion; the person is told the day. Refused: whoever does not keep the file, no appeal waiting, listed already,
 * convened already, another body.
 */
export async function putAppealToVote(ctx: Context, input: { caseId: string; meetingId: string }): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    const found = await lockCase(tx, input.caseId)
    await demandConduct(tx, ctx, found)
    if (!isAppealPending(found) || !(await stillExcluded(tx, found)))
      throw new Refusal('Aucun recours contre cette exclusion n’attend la décision de l’assemblée.')
    if (await appealListing(tx, found.id)) throw new Refusal('Ce recours est déjà inscrit à un ordre du jour.')
    const { resolutionId: appealResolutionId } = await putOnAgenda(tx, ctx, {
      meetingId: meeting.id,
      ...(await resolutionText(tx, found)),
      secret: true,
      effect: { kind: 'annul-exclusion', memberId: found.memberId, caseId: found.id },
    })
    await tx.disciplinaryCase.update({
      where: { id: found.id },
      data: { appealResolutionId },
      select: { id: true },
    })
    await tellMeeting(tx, ctx, found, { news: 'listed', title: meeting.title, hearing: toldOf(meeting) })
    await journal(tx, ctx, {
      act: 'case.appeal-listed',
      subject: 'DisciplinaryCase',
      subjectId: found.id,
      details: { meetingId: meeting.id },
    })
  })
}

/** What is voted: the exclusion, its facts and reasons, the appeal in its own words, that the person may be heard. */
async function resolutionText(tx: Tx, found: LockedCase): Promise<{ title: string; text: string }> {
  const { label } = await tx.member.findUniqueOrThrow({ where: { id: found.memberId }, select: { label: true } })
  const { decidedOn, appealedOn, reasons, appealText } = found
  const day = (value: Date | null) => (value ? frenchDate(isoDate(value)) : '')
  const said = appealText ? `en ces termes :\n« ${appealText} »` : 'sans autre explication.'
  const text = [
    `Le ${day(decidedOn)}, ${organ(organOf(found.organ))} a prononcé l’exclusion ${ofName(label)}, pour les faits suivants :`,
    ...readFacts(found.facts).map(({ on, text: fact }) => `Le ${frenchDate(on)} : ${fact}`),
    `Ces faits ont été tenus pour contraires à la règle suivante : ${ended(found.ruleBroken)}`,
    `Motifs de cette décision : ${ended(reasons ?? '')}`,
    `Le ${day(appealedOn)}, ${label} a demandé à l’assemblée de décider à nouveau (article 6.4), ${said}`,
    `L’assemblée peut entendre ${label} avant le vote, ainsi que la personne de son choix qui l’assiste. L’exclusion n’étant pas suspendue, ${label} ne vote pas.`,
    `L’assemblée annule l’exclusion ${ofName(label)}, qui redevient membre à compter de ce jour. Si cette résolution est rejetée, l’exclusion est confirmée.`,
  ].join('\n')
  return { title: `Recours ${ofName(label)} contre son exclusion`, text }
}
