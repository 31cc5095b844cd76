import { awaitsMail, isHeld, type NextStep, type StepBy } from '~/statutes/dues-ladder'
import { reminderRank, stageLabel, type Stage } from '~/statutes/dues-ladder-stages'
import type { Reason } from '~/statutes/ruling'

const WHO: Record<StepBy, string> = {
  run: 'part sans intervention',
  treasurer: 'par vous',
  post: 'au dépôt à la poste',
  agenda: 'à la prochaine convocation',
  organ: 'par l’organe compétent',
}

const NAMES: Partial<Record<Stage, string>> = {
  called: 'Appel',
  due: 'Échéance',
  'formal-notice': 'Lettre recommandée',
  'answer-over': 'Fin du délai de réponse',
  listed: 'Ordre du jour',
  removed: 'Décision',
  notified: 'Notification de la décision',
}

export type NextWords = {
  name: string
  /** civil day; null: something must come before, or a convocation makes it */
  day: string | null
  /** that day is past: whoever acts may */
  since: boolean
  who: string
  /** a person may act today */
  yours: boolean
  reasons: Reason[]
}

/** The next step of one dues, its day and who takes it; null when it is over. */
export function nextWords(next: NextStep, today: string): NextWords | null {
  if (next.over) return null
  const { stage, earliest, by, ruling } = next
  const name = reminderRank(stage) === null ? (NAMES[stage] ?? stageLabel(stage)) : stageLabel(stage)
  const blocked = earliest === null && by === 'treasurer' && stage === 'formal-notice'
  const held = isHeld(next) || awaitsMail(next)
  const awaited = ruling.outcome === 'incomplete' ? 'après un nouvel envoi' : 'en attente'
  return {
    name,
    day: by === 'agenda' ? null : earliest,
    since: earliest !== null && earliest <= today,
    who: held
      ? 'en attente'
      : blocked
        ? awaited
        : stage === 'answer-over' && by === 'post'
          ? 'présentation à saisir'
          : WHO[by],
    yours:
      !held &&
      !blocked &&
      by !== 'run' &&
      by !== 'organ' &&
      by !== 'agenda' &&
      (earliest === null || earliest <= today),
    reasons: ruling.reasons,
  }
}
