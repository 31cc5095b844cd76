import { statutesVersion } from '~/association/in-force.server'
import { lockMeeting } from '~/meetings/lock.server'
import { putOnAgenda } from '~/meetings/agenda/put-on-agenda.server'
import type { FileEffect } from '~/effects'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { demandLawful, Refusal } from '~/platform/refusal'
import { ofName } from '~/statutes/french'
import { ofOrgan } from '~/statutes/organs'
import { frenchDate } from '~/ui/format'
import { demandConduct } from './access.server'
import { foreseenCase } from '~/members/discipline/foreseen-case.server'
import { organOf } from '~/members/discipline/organ-of'
import { readFacts } from './case-file'
import { ended } from './case-letters'
import { suspendedUntil } from '~/members/discipline/judge-case'
import { demandState, lockCase, type LockedCase } from './lock-case.server'

/**
 * Puts a case on the agenda of a meeting in preparation of the organ that decides (6.4-a, 6.4-c, 6.1-b): a point, and a secret
 * resolution whose adoption carries the sanction out. Refused when the defence would not be over on its day.
 */
export async function putToVote(ctx: Context, input: { caseId: string; meetingId: string }): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    const found = await lockCase(tx, input.caseId)
    await demandConduct(tx, ctx, found)
    // one that was put to the vote already is put there again once nothing may vote it any more: the agenda refuses the rest
    demandState(found, 'NOTIFIED', 'DEFERRED')
    const organ = organOf(found.organ)
    if (meeting.body !== organ) throw new Refusal(`Cette décision est de la compétence ${ofOrgan(organ)}.`)
    const { statutes } = await statutesVersion(tx, meeting.statutesId)
    const resolution = await resolutionText(tx, found)
    const foreseen = { caseId: found.id, body: meeting.body, on: isoDate(meeting.date), reasons: resolution.text }
    demandLawful(await foreseenCase(tx, statutes, foreseen))
    const { resolutionId } = await putOnAgenda(tx, ctx, {
      meetingId: meeting.id,
      ...resolution,
      secret: true,
      effect: effectOf(found, isoDate(meeting.date), resolution.text),
    })
    await tx.disciplinaryCase.update({
      where: { id: found.id },
      data: { state: 'DEFERRED', resolutionId },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'case.put-to-vote',
      subject: 'DisciplinaryCase',
      subjectId: found.id,
      details: { meetingId: meeting.id },
    })
  })
}

function effectOf(found: LockedCase, from: string, reason: string): FileEffect {
  const { kind, memberId, id: caseId } = found
  switch (kind) {
    case 'EXCLUSION':
      return { kind: 'exclude-member', memberId, caseId }
    case 'FOUNDER_LOSS':
      return { kind: 'withdraw-founder', memberId, caseId }
    case 'SUSPENSION':
      return { kind: 'suspend-member', memberId, caseId, from, until: suspendedUntil(found) ?? from, reason }
  }
}

/** What the vote decides, and the title of its resolution. */
function decision(found: LockedCase, label: string): { title: string; decided: string } {
  switch (found.kind) {
    case 'EXCLUSION':
      return { title: `Exclusion ${ofName(label)}`, decided: `prononce l’exclusion ${ofName(label)}` }
    case 'FOUNDER_LOSS':
      return {
        title: `Qualité de fondateur ${ofName(label)}`,
        decided: `retire à ${label} la qualité de membre fondateur`,
      }
    case 'SUSPENSION':
      return {
        title: `Suspension ${ofName(label)}`,
        decided: `suspend les droits de membre ${ofName(label)} jusqu’au ${frenchDate(suspendedUntil(found) ?? '')} inclus`,
      }
  }
}

/** What is voted: the facts, the rule, the sanction. The text stands as the reasons of the decision. */
async function resolutionText(tx: Tx, found: LockedCase): Promise<{ title: string; text: string }> {
  const { label } = await tx.member.findUniqueOrThrow({ where: { id: found.memberId }, select: { label: true } })
  const facts = readFacts(found.facts).map(({ on, text }) => `– le ${frenchDate(on)} : ${text}`)
  const { title, decided } = decision(found, label)
  const text = [
    `Après avoir pris connaissance des faits suivants et de la défense ${ofName(label)} :`,
    ...facts,
    `Ces faits étant contraires à la règle suivante : ${ended(found.ruleBroken)}`,
    `${found.organ === 'bureau' ? 'Le Bureau' : 'L’assemblée'} ${decided}.`,
  ].join('\n')
  return { title, text }
}
