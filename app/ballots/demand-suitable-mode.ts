import { Refusal } from '~/platform/refusal'
import { reason } from '~/statutes/ruling'
import type { MajorityRequirement } from '~/statutes/schema'
import type { BallotMode } from '~/generated/prisma/enums'

type Question = { kind: 'RESOLUTION' | 'UNANIMITY'; secret: boolean }

/** Refuses a mode of voting that could not give what the rule needs: names, secrecy, or figures by category. */
export function demandSuitableMode(
  question: Question,
  mode: BallotMode,
  requirements: readonly MajorityRequirement[],
): void {
  if (question.kind === 'UNANIMITY' && (mode !== 'ELECTRONIC' || question.secret)) {
    const sentence = 'L’unanimité se constate nom par nom : le vote est nominal et ouvert.'
    throw new Refusal(sentence, { reasons: [reason('6.1-c', sentence)] })
  }
  if (question.secret && mode === 'HANDS') throw new Refusal('Un vote secret ne peut se faire à main levée.')
  if (mode !== 'ELECTRONIC' && requirements.some(({ among }) => among))
    throw new Refusal(
      'Cette majorité se compte par catégorie de membres : le vote se fait sur les téléphones, ou nom par nom.',
    )
  const units = new Set(requirements.map(({ unit }) => unit))
  if (mode === 'PAPER' && units.size > 1)
    throw new Refusal(
      'Cette majorité se compte en voix et par tête : des bulletins de papier ne donnent que l’un des deux.',
    )
}
