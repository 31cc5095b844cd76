import type { DisciplinaryCase } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import { instantFromDate, isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import type { ExclusionDecision } from '~/statutes/exclusion'
import { frenchDate } from '~/ui/format'
import { organOf } from './organ-of'
import { NOTICE_KINDS } from './notice-kinds'

type Case = Pick<DisciplinaryCase, 'id' | 'kind' | 'organ' | 'hearingAt' | 'hearingNotes' | 'heardOn' | 'assistedBy'>

/** What the defence has been so far: the presentation of the letter, the hearing, what was written. */
export async function defenceOf(tx: Db | Tx, found: Case) {
  const letter = await tx.registeredLetter.findFirst({
    where: { kind: NOTICE_KINDS[found.kind], subjectId: found.id },
    select: { id: true, presentedOn: true, depositedOn: true },
  })
  const explained = letter ? await tx.explanation.count({ where: { letterId: letter.id } }) : 0
  return {
    letterId: letter?.id ?? null,
    depositedOn: letter?.depositedOn ? isoDate(letter.depositedOn) : null,
    presentedOn: letter?.presentedOn ? isoDate(letter.presentedOn) : null,
    hearing: found.hearingAt
      ? { on: parisDate(instantFromDate(found.hearingAt)), recorded: found.hearingNotes !== null }
      : null,
    explained,
  }
}

export type DefenceSoFar = Awaited<ReturnType<typeof defenceOf>>

type Deciding = Pick<ExclusionDecision, 'by' | 'deciderRecused' | 'decidedOn' | 'reasons'>

/** The facts that 6.4-a judges, for a decision taken that day. */
export const decisionFacts = (found: Case, defence: DefenceSoFar, deciding: Deciding): ExclusionDecision => ({
  ...deciding,
  organ: organOf(found.organ),
  presentedOn: defence.presentedOn,
  hearing: defence.hearing,
})

/** How the member was heard, for the letter of decision. */
export function heardSentence(found: Case, { presentedOn, hearing, explained }: DefenceSoFar): string {
  const invited = `Une lettre recommandée, présentée le ${frenchDate(presentedOn ?? '')}, vous invitait à vous défendre`
  const wrote = explained > 0 ? ' Vos explications écrites ont été lues.' : ''
  if (!hearing) return `${invited}.${wrote || ' Vous n’avez pas présenté d’explications.'}`
  if (!found.heardOn)
    return `${invited} ; l’audition du ${frenchDate(hearing.on)} s’est tenue en votre absence.${wrote}`
  const helped = found.assistedBy ? `, avec l’assistance de ${found.assistedBy}` : ''
  return `${invited} ; votre audition a eu lieu le ${frenchDate(hearing.on)}${helped}.${wrote}`
}
