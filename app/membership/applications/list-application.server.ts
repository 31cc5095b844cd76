import { statutesVersion } from '~/association/in-force.server'
import { categoryLabel } from '~/members/register/category-label'
import { demandPower } from '~/platform/demand-power.server'
import { lockMeeting } from '~/meetings/lock.server'
import { listingOf } from '~/meetings/agenda/listing.server'
import { demandDraft, putOnAgenda } from '~/meetings/agenda/put-on-agenda.server'
import { demandPreparer } from '~/meetings/prepare/demand-allowed.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { ofName } from '~/statutes/french'
import { lockWaiting, type Waiting } from './load-application.server'
import { whoAdmits, type Admitting } from './who-admits'

/**
 * 6.2-a: puts an application on the agenda of a meeting in preparation, as a resolution whose adoption admits. Refused: a body
 * that does not admit, a meeting convened already, an application listed elsewhere.
 */
export async function listApplication(
  ctx: Context,
  input: { applicationId: string; meetingId: string },
): Promise<{ itemId: string }> {
  demandPower(ctx, 'members.write')
  demandPreparer(ctx)
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    await demandDraft(tx, meeting, 'admit-active')
    const { statutes } = await statutesVersion(tx, meeting.statutesId)
    const application = await lockWaiting(tx, input.applicationId)
    if (await listingOf(tx, { kind: 'admit-active', id: application.id }))
      throw new Refusal('Cette candidature est déjà à l’ordre du jour d’une réunion.')
    const { itemId, resolutionId } = await putOnAgenda(tx, ctx, {
      meetingId: meeting.id,
      ...wordsOf(application, categoryLabel(statutes, 'active'), whoAdmits(statutes)),
      secret: false,
      effect: { kind: 'admit-active', applicationId: application.id, label: application.label },
    })
    await tx.application.update({
      where: { id: application.id },
      data: { state: 'LISTED', resolutionId },
      select: { id: true },
    })
    const details = { meetingId: meeting.id, resolutionId }
    await journal(tx, ctx, { act: 'application.listed', subject: 'Application', subjectId: application.id, details })
    return { itemId }
  })
}

function wordsOf(
  { label, applicant: { answers } }: Waiting,
  category: string,
  { name }: Admitting,
): { title: string; text: string } {
  const who =
    answers.kind === 'BODY'
      ? `${label} (${answers.legalForm}, ${answers.town}), représenté par ${answers.representative.firstName} ${answers.representative.lastName}`
      : `${label}, ${answers.profession} (${answers.town})`
  return {
    title: `Admission ${ofName(label)}`,
    text: `${name} agrée l’admission ${ofName(who)}, comme ${category}.`,
  }
}
