import type { Statutes } from './schema'

/** The steps of the removal for unpaid dues (6.4-b), and what the database keeps of each as text. */
export type Stage =
  'called' | 'due' | `reminder-${number}` | 'formal-notice' | 'answer-over' | 'listed' | 'removed' | 'kept' | 'notified'

const RANKS: Record<string, number> = {
  called: 10,
  due: 20,
  'formal-notice': 1000,
  'answer-over': 1010,
  listed: 1020,
  removed: 1030,
  kept: 1030,
  notified: 1040,
}
const FIRST_REMINDER_RANK = 101

const LABELS: Record<string, string> = {
  called: 'Cotisation appelée',
  due: 'Échéance passée',
  'formal-notice': 'Lettre recommandée envoyée',
  'answer-over': 'Délai de réponse écoulé',
  listed: 'Inscrite à l’ordre du jour',
  removed: 'Radiation prononcée',
  kept: 'Membre maintenu',
  notified: 'Décision notifiée',
}

const REMINDER = /^reminder-([1-9]\d{0,2})$/

/** Which reminder it is, from 1; null for another step. */
export function reminderRank(stage: string): number | null {
  const found = REMINDER.exec(stage)
  return found ? Number(found[1]) : null
}

export function reminderStage(rank: number): Stage {
  return `reminder-${rank}`
}

/** A step read from what was kept; throws on a word that we never wrote. */
export function readStage(text: string): Stage {
  if (Object.hasOwn(RANKS, text) || reminderRank(text) !== null) return text as Stage
  throw new Error(`unknown step ${text}`)
}

/** Place of a step in the order; `removed` and `kept` share one: each excludes the other. */
export function rankOf(stage: Stage): number {
  const reminder = reminderRank(stage)
  return reminder === null ? (RANKS[stage] ?? 0) : FIRST_REMINDER_RANK + reminder - 1
}

/** « Rappel 2 », « Échéance passée »; null: « À appeler ». */
export function stageLabel(stage: Stage | null): string {
  if (stage === null) return 'À appeler'
  const reminder = reminderRank(stage)
  return reminder === null ? (LABELS[stage] ?? stage) : `Rappel ${reminder}`
}

/** Every step of these statutes, in order; the outcome stands as `removed`. */
export function ladderOf(statutes: Statutes): Stage[] {
  const reminders = Array.from({ length: statutes.dues.reminders }, (_, index) => reminderStage(index + 1))
  return ['called', 'due', ...reminders, 'formal-notice', 'answer-over', 'listed', 'removed', 'notified']
}

/** The first step of these statutes that comes after this one; null after the last. */
export function stageAfter(statutes: Statutes, stage: Stage | null): Stage | null {
  const rank = stage === null ? 0 : rankOf(stage)
  return ladderOf(statutes).find((each) => rankOf(each) > rank) ?? null
}
