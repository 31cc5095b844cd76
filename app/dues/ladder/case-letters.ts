import type { LetterContent } from '~/letters/letter-body'
import { plainCount } from '~/statutes/french'
import type { Organ } from '~/statutes/organs'
import { euros, frenchDate, list } from '~/ui/format'
import type { LetterFacts } from './letter-facts.server'

const GREETING = 'Madame, Monsieur,'
const CLOSING = 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.'

/** The days on which one was reminded: « par nos rappels des 15 avril 2027 et 30 avril 2027 ». */
function reminded({ remindedOn }: LetterFacts): string {
  if (remindedOn.length === 0) return ''
  const days = list(remindedOn.map((day) => frenchDate(day)))
  return remindedOn.length === 1 ? `, malgré notre rappel du ${days}` : `, malgré nos rappels des ${days}`
}

function sums(facts: LetterFacts): [string, string][] {
  const received = facts.amountCents - facts.owedCents
  return [
    ['Somme restant due', euros(facts.owedCents)],
    ...(received > 0 ? ([['Cotisation', `${euros(facts.amountCents)}, dont ${euros(received)} reçus`]] as const) : []),
    ['Année', String(facts.year)],
    ['Échéance', frenchDate(facts.dueOn)],
    ['Référence à rappeler', facts.reference],
  ].map(([name = '', value = '']): [string, string] => [name, value])
}

const PUT_TO: Record<Organ, string> = {
  ago: 'proposée à la prochaine assemblée générale ordinaire, inscrite à son ordre du jour',
  age: 'proposée à la prochaine assemblée générale extraordinaire, inscrite à son ordre du jour',
  bureau: 'proposée à la prochaine réunion du Bureau',
  president: 'prononcée par le président',
}

const VOTE: Record<LetterFacts['statutes']['votingRight']['unpaidDues'], string> = {
  votes: 'les convocations aux assemblées vous sont adressées et vous y votez',
  attends:
    'les convocations aux assemblées vous sont adressées et vous y assistez, sans voter tant que la cotisation est impayée',
  excluded: 'vous gardez cette qualité, sans prendre part aux votes tant que la cotisation est impayée',
}

/** 6.4-b, first registered letter: facts, sum, delay, sanction, right to explain, in writing or orally, and to be assisted. */
export function noticeLetter(facts: LetterFacts): LetterContent {
  const { statutes, year, dueOn, calledOn, associationName, email, address, url } = facts
  const { answerDays, registeredLetter } = statutes.dues.formalNotice
  const { removalBy } = statutes.dues
  const called = calledOn ? `appelée le ${frenchDate(calledOn)} et ` : ''
  const from = registeredLetter ? 'de la première présentation de cette lettre' : 'de l’envoi de cette lettre'
  return {
    subject: `Cotisation ${year} impayée : invitation à vous expliquer`,
    greeting: GREETING,
    paragraphs: [
      `Votre cotisation ${year} à ${associationName}, ${called}due au plus tard le ${frenchDate(dueOn)}, reste impayée${reminded(facts)}.`,
      `Nous vous demandons de régler cette somme dès réception${facts.bank ? `, par virement (${facts.bank}) en rappelant la référence ci-dessus` : ''}. Le paiement en totalité, à tout moment avant la décision, met fin à la procédure.`,
      `À défaut, et en application de l’article 6.4 de nos statuts, votre radiation de l’association pour non-paiement de la cotisation pourra être ${PUT_TO[removalBy]}.`,
      `Nous vous invitons à présenter vos explications au président, par écrit ou oralement, dans un délai de ${plainCount(answerDays, 'jour')} à compter ${from}. Vous pouvez vous faire assister par la personne de votre choix. Vos explications seront jointes au dossier lu par ceux qui décideront.`,
      `Par courrier : ${address}. Par courriel : ${email}. En ligne : ${url}.`,
      `Jusqu’à la décision, vous restez membre de l’association : ${VOTE[statutes.votingRight.unpaidDues]}.`,
    ],
    facts: sums(facts),
    closing: CLOSING,
    signer: facts.signer,
  }
}

/** 6.4-b, second registered letter: what was decided, by whom, why, from when. */
export function decisionLetter(
  facts: LetterFacts,
  decision: { adopted: boolean; on: string; by: string },
): LetterContent {
  const { year, dueOn, notice, explainedOn } = facts
  const { adopted, on, by } = decision
  const presented = notice?.presentedOn ? `, présentée le ${frenchDate(notice.presentedOn)},` : ''
  const invited = notice?.depositedOn
    ? `Une lettre recommandée du ${frenchDate(notice.depositedOn)}${presented} vous invitait à vous expliquer. `
    : ''
  const heard =
    explainedOn.length > 0
      ? `Vos explications, reçues le ${list(explainedOn.map((day) => frenchDate(day)))}, ont été portées au dossier.`
      : 'Aucune explication n’a été reçue.'
  return {
    subject: adopted ? 'Radiation pour non-paiement de la cotisation' : 'Vous restez membre de l’association',
    greeting: GREETING,
    paragraphs: adopted
      ? [
          `Le ${frenchDate(on)}, ${by} a prononcé votre radiation de l’association, en application de l’article 6.4 de nos statuts.`,
          `Motif de la décision : votre cotisation ${year}, due le ${frenchDate(dueOn)}, est restée impayée${reminded(facts)}.`,
          `${invited}${heard}`,
          `Vous n’êtes plus membre à compter du ${frenchDate(on)} : vos fonctions éventuelles et les pouvoirs que vous aviez donnés ou reçus prennent fin ce jour-là. La somme ci-dessus reste due.`,
        ]
      : [
          `Le ${frenchDate(on)}, ${by} n’a pas prononcé votre radiation : vous restez membre de l’association, avec vos droits et vos obligations.`,
          `La procédure ouverte pour votre cotisation ${year} est close. La somme ci-dessus reste due : nous vous remercions de la régler.`,
        ],
    facts: sums(facts),
    closing: CLOSING,
    signer: facts.signer,
  }
}
