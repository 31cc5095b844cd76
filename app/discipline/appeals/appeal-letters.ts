import { plainCount } from '~/statutes/french'
import { frenchDate } from '~/ui/format'
import { toSigner } from '../cases/case-letters'
import type { Signer } from '../cases/letter-signer.server'

type Announced = { days: number; url: string; signer: Signer }

/** What the letter of exclusion says of the appeal that the statutes give: its delay, to whom, how, and what it does not do. */
export const appealParagraph = ({ days, url, signer }: Announced): string =>
  `Vous pouvez demander à l’assemblée générale ordinaire de décider à nouveau (article 6.4 de nos statuts). Vous avez pour cela ${plainCount(days, 'jour')} à compter de la première présentation de cette lettre : par lettre adressée ${toSigner(signer)}, le cachet de la poste faisant foi, ou en ligne. Vous pourrez être entendu par l’assemblée, et vous faire assister par la personne de votre choix. Ce recours ne suspend pas l’exclusion. Pour le former en ligne :\n${url}`

export type AppealDecision = {
  outcome: 'ANNULLED' | 'UPHELD'
  on: string
  /** « AGO du 12 juin 2027, résolution 4 » */
  source: string
  excludedOn: string
  appealedOn: string
  /** « membre actif » */
  category: string
  signer: Signer
}

/** The assembly's decision on an appeal: a member again from that day, or the exclusion upheld. */
export function appealDecisionLetter(letter: AppealDecision) {
  const { outcome, on, source, excludedOn, appealedOn, category, signer } = letter
  const annulled = outcome === 'ANNULLED'
  const asked = `Le ${frenchDate(appealedOn)}, vous avez demandé à l’assemblée générale ordinaire de décider à nouveau de votre exclusion, prononcée le ${frenchDate(excludedOn)}.`
  const decided = `Le ${frenchDate(on)}, l’assemblée (${source}) a voté au sujet de ce recours et ${annulled ? 'a annulé' : 'a confirmé'} l’exclusion (article 6.4 de nos statuts).`
  return {
    subject: annulled ? 'Votre exclusion est annulée' : 'Votre exclusion est confirmée',
    greeting: 'Madame, Monsieur,',
    paragraphs: [asked, decided, ...(annulled ? again(on, category) : upheld(excludedOn))],
    facts: [],
    closing: 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    signer,
  }
}

const again = (on: string, category: string): string[] => [
  `Vous êtes de nouveau ${category} à compter du ${frenchDate(on)}, avec tous les droits de cette catégorie.`,
  'Les fonctions au Bureau et les pouvoirs qui avaient pris fin avec l’exclusion ne reviennent pas d’eux-mêmes. Si la cotisation de la période en cours n’est pas réglée, elle vous sera appelée.',
]

const upheld = (excludedOn: string): string[] => [
  `Vous n’êtes donc plus membre depuis le ${frenchDate(excludedOn)}. Cette décision met fin au recours devant l’assemblée.`,
]

export type WithdrawalLetter = { on: string; appealedOn: string; excludedOn: string; signer: Signer }

/** Acknowledges a withdrawal to whoever reads no mail: nothing will be voted, the exclusion stands. */
export function withdrawalLetter({ on, appealedOn, excludedOn, signer }: WithdrawalLetter) {
  return {
    subject: 'Votre recours est retiré',
    greeting: 'Madame, Monsieur,',
    paragraphs: [
      `Le ${frenchDate(on)}, vous avez retiré le recours que vous aviez formé le ${frenchDate(appealedOn)} contre votre exclusion, prononcée le ${frenchDate(excludedOn)} (article 6.4 de nos statuts). Nous en prenons acte.`,
      'L’assemblée générale ne votera donc pas sur ce recours. L’exclusion demeure, et le retrait est définitif.',
    ],
    facts: [],
    closing: 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    signer,
  }
}
