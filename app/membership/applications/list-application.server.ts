import { statutesVersion } from '~/association/in-force.server'
import type { Meeting } from '~/generated/prisma/client'
import { categoryLabel } from '~/members/register/category-label'
import { demandPower } from '~/platform/demand-power.server'
import { lockMeeting } from '~/meetings/lock.server'
import { demandAgendaOpen, demandPreparer } from '~/meetings/prepare/demand-allowed.server'
import { renumberResolutions } from '~/meetings/prepare/renumber.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { demandLawful, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { judgeCompetence } from '~/statutes/competence'
import { ofName } from '~/statutes/french'
import { liveListing, lockWaiting, type Waiting } from './load-application.server'
import { whoAdmits, type Admitting } from './who-admits'

const ITEM_TITLE = 'Candidatures'

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
    demandAgendaOpen(meeting)
    if (meeting.state !== 'DRAFT')
      throw new Refusal('Cette réunion est déjà convoquée : son ordre du jour est parti sans cette candidature.')
    const { statutes } = await statutesVersion(tx, meeting.statutesId)
    demandLawful(judgeCompetence(statutes, meeting.body, 'admit-active'))
    const application = await lockWaiting(tx, input.applicationId)
    if (await liveListing(tx, application))
      throw new Refusal('Cette candidature est déjà à l’ordre du jour d’une réunion.')
    const itemId = await itemOf(tx, ctx, meeting)
    const resolutionId = v7(ctx.now.epochMilliseconds)
    const { _max } = await tx.resolution.aggregate({ where: { meetingId: meeting.id }, _max: { number: true } })
    await tx.resolution.create({
      data: {
        id: resolutionId,
        meetingId: meeting.id,
        agendaItemId: itemId,
        number: (_max.number ?? 0) + 1,
        ...wordsOf(application, categoryLabel(statutes, 'active'), whoAdmits(statutes)),
        effect: { kind: 'admit-active', applicationId: application.id, label: application.label },
      },
      select: { id: true },
    })
    await renumberResolutions(tx, meeting.id)
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

/** The point of the agenda under which applications stand together. */
async function itemOf(tx: Tx, ctx: Context, { id: meetingId }: Meeting): Promise<string> {
  const known = await tx.agendaItem.findFirst({
    where: { meetingId, title: ITEM_TITLE, kind: 'VOTE' },
    select: { id: true },
  })
  if (known) return known.id
  const { _max } = await tx.agendaItem.aggregate({ where: { meetingId }, _max: { position: true } })
  const { id } = await tx.agendaItem.create({
    data: {
      id: v7(ctx.now.epochMilliseconds),
      meetingId,
      position: (_max.position ?? 0) + 1,
      title: ITEM_TITLE,
      kind: 'VOTE',
    },
    select: { id: true },
  })
  return id
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
