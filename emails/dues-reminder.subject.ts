import type { DuesFactsProps } from './dues-call.subject'

export type DuesReminderProps = DuesFactsProps & {
  /** which reminder it is, from 1, and how many the statutes foresee */
  rank: number
  ranks: number
  /** day of the reminder before, « 15 avril 2027 »; null for the first */
  previous: string | null
  /** what follows without payment, in a sentence */
  then: string
}

const ORDINALS = ['', 'rappel', 'deuxième rappel', 'troisième rappel', 'quatrième rappel', 'cinquième rappel']

/** « rappel », « deuxième rappel », « dernier rappel ». */
export function reminderWords({ rank, ranks }: Pick<DuesReminderProps, 'rank' | 'ranks'>): string {
  if (rank === ranks && rank > 1) return 'dernier rappel'
  return ORDINALS[rank] ?? `rappel n° ${rank}`
}

export const duesReminderSubject = (props: DuesReminderProps): string =>
  `Cotisation ${props.year}, ${reminderWords(props)} : ${props.owed} à régler`
