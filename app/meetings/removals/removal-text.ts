import type { LetterFacts } from '~/dues/ladder/letter-facts.server'
import type { Body } from '~/generated/prisma/enums'
import { ofName } from '~/statutes/french'
import { euros, frenchDate, list } from '~/ui/format'

const WHO: Record<Body, string> = { ago: 'l’assemblée', age: 'l’assemblée', bureau: 'le Bureau' }

/** What is put to the vote: the steps taken, the answer, what is owed, the removal. */
export function removalText(facts: LetterFacts, { label, body }: { label: string; body: Body }): string {
  const { year, dueOn, remindedOn, notice, explainedOn, owedCents } = facts
  const days = list(remindedOn.map((day) => frenchDate(day)))
  const reminders =
    remindedOn.length === 0
      ? []
      : [remindedOn.length === 1 ? `Vu le rappel du ${days},` : `Vu les rappels des ${days},`]
  const deposited = notice?.depositedOn ? ` du ${frenchDate(notice.depositedOn)}` : ''
  const presented = notice?.presentedOn ? `, présentée le ${frenchDate(notice.presentedOn)}` : ''
  const answer =
    explainedOn.length > 0
      ? `Vu les explications reçues le ${list(explainedOn.map((day) => frenchDate(day)))},`
      : `Vu l’invitation à s’expliquer, restée sans réponse,`
  return [
    `Vu la cotisation ${year} ${ofName(label)}, due le ${frenchDate(dueOn)} et impayée à hauteur de ${euros(owedCents)},`,
    ...reminders,
    `Vu la lettre recommandée${deposited}${presented},`,
    answer,
    `${WHO[body]} prononce la radiation ${ofName(label)}, en application de l’article 6.4 des statuts.`,
  ].join('\n')
}
