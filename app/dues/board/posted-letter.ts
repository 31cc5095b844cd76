import type { LetterBody } from '~/letters/letter-body'
import { reminderRank } from '~/statutes/dues-ladder-stages'
import type { Statutes } from '~/statutes/schema'
import { euros, frenchDate } from '~/ui/format'
import { reminderOpening, reminderWords } from '../../../emails/dues-reminder.subject'
import { whatFollows } from '../ladder/messages.server'
import type { ToWrite } from './to-write.server'

type Home = {
  letterhead: LetterBody['letterhead']
  town: string
  email: string
  phone: string | null
  /** « IBAN FR76…, BIC … » */
  bank: string | null
  signer: { name: string; title: string }
}

/** The call or the reminder of one dues as a letter: the same words as the mail. */
export function postedLetter(
  { row, stage, reader, reached }: ToWrite,
  statutes: Statutes,
  home: Home,
  today: string,
): LetterBody {
  const rank = reminderRank(stage)
  const after = reached === undefined ? rank : reached
  const ranks = statutes.dues.reminders
  const received = row.amountCents - row.owedCents
  const previous = rank !== null && rank > 1 && row.last ? frenchDate(row.last.on) : null
  const dueDate = frenchDate(row.dueOn)
  const opening =
    rank === null
      ? `Votre cotisation pour l’année ${row.year} est appelée. Merci de la régler au plus tard le ${dueDate}.`
      : reminderOpening({ rank, ranks, year: row.year, dueDate, previous })
  return {
    letterhead: home.letterhead,
    recipient: reader.postal ?? [reader.label],
    placeAndDate: `${home.town}, le ${frenchDate(today)}`,
    subject: `Cotisation ${row.year} : ${rank === null ? 'appel' : reminderWords({ rank, ranks })}`,
    greeting: 'Madame, Monsieur,',
    paragraphs: [
      opening,
      `Vous pouvez payer par chèque à l’ordre de ${home.letterhead.name}${home.bank ? `, ou par virement (${home.bank})` : ''}, en rappelant la référence ci-dessus.`,
      ...(rank === null || after === null ? [] : [whatFollows(statutes, row, after, today)]),
      `Une question, une difficulté ? Joignez-nous : ${[home.email, home.phone].filter(Boolean).join(', ')}.`,
    ],
    facts: [
      ['Somme à régler', euros(row.owedCents)],
      ...(received > 0 ? [['Déjà reçu', euros(received)] as const] : []),
      ['Échéance', dueDate],
      ['Référence à rappeler', row.reference],
    ],
    closing: 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    signer: home.signer,
  }
}
