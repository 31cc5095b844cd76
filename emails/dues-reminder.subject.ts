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

/** The first sentences of a reminder, by mail or by post: courteous, then firmer. */
export function reminderOpening({
  rank,
  ranks,
  year,
  dueDate,
  previous,
}: Pick<DuesReminderProps, 'rank' | 'ranks' | 'year' | 'dueDate' | 'previous'>): string {
  if (rank === 1)
    return `Sauf erreur de notre part, votre cotisation ${year}, due le ${dueDate}, n’est pas encore réglée. C’est peut-être un simple oubli : merci de la régler dès que vous le pouvez.`
  if (rank < ranks)
    return `Notre rappel du ${previous ?? dueDate} est resté sans règlement : votre cotisation ${year}, due le ${dueDate}, reste à payer. Merci de la régler maintenant, ou de nous dire ce qui vous en empêche.`
  return `Malgré nos rappels, dont celui du ${previous ?? dueDate}, votre cotisation ${year}, due le ${dueDate}, reste impayée. Ce rappel est le dernier : nous vous demandons de la régler sans attendre, ou de nous appeler.`
}
