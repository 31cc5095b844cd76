import { articleOf } from '~/statutes/catalogue'
import { uncapital } from '~/statutes/french'
import type { Fact } from '~/statutes/exclusion'
import { byOrgan, type Organ } from '~/statutes/organs'
import { frenchDate, frenchTime } from '~/ui/format'
import { CASE_RULES } from './case-file'
import type { Signer } from './letter-signer.server'

type Kind = keyof typeof CASE_RULES

const GREETING = 'Madame, Monsieur,'
const CLOSING = 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.'
const OBJECTS: Record<Kind, { subject: string; envisaged: string; decided: string; kept: string }> = {
  EXCLUSION: {
    subject: 'Procédure d’exclusion : invitation à vous défendre',
    envisaged: 'de vous exclure de l’association pour motif grave',
    decided: 'Décision d’exclusion',
    kept: 'Vous restez membre de l’association',
  },
  SUSPENSION: {
    subject: 'Procédure de suspension : invitation à vous défendre',
    envisaged: 'de suspendre pour un temps vos droits de membre',
    decided: 'Suspension de vos droits de membre',
    kept: 'Vos droits de membre ne sont pas suspendus',
  },
  FOUNDER_LOSS: {
    subject: 'Qualité de fondateur : invitation à vous défendre',
    envisaged: 'de vous retirer la qualité de membre fondateur',
    decided: 'Perte de la qualité de fondateur',
    kept: 'Vous conservez la qualité de fondateur',
  },
}

/** To whom the member writes: « au Président », or the officer who stands in for him. */
export function toSigner({ name, title }: Signer): string {
  if (name === '') return 'au Bureau'
  return title === 'Présidence' ? 'au Président' : `à ${name} (${uncapital(title)})`
}

export type NoticeLetter = {
  kind: Kind
  /** last day of the suspension envisaged; null for another sanction */
  until: string | null
  facts: Fact[]
  ruleBroken: string
  organ: Organ
  organReason: string | null
  defenceDays: number
  hearing: { on: string; time: string; place: string } | null
  /** address of the application, short enough to be typed */
  site: string
  signer: Signer
}

/** The letter that opens the defence: dated facts, rule, sanction, hearing or writing, assistance, who decides. */
export function noticeLetter(letter: NoticeLetter) {
  const { kind, organ, hearing } = letter
  const because = kind !== 'FOUNDER_LOSS' && letter.organReason ? ` ${ended(letter.organReason)}` : ''
  return {
    subject: OBJECTS[kind].subject,
    greeting: GREETING,
    paragraphs: [
      `Il est envisagé ${OBJECTS[kind].envisaged}${letter.until ? `, jusqu’au ${frenchDate(letter.until)} inclus` : ''} (article ${articleOf(CASE_RULES[kind])} de nos statuts), en raison des faits énoncés ci-dessous. Aucune décision n’est prise à ce jour.`,
      `Ces faits paraissent contraires à la règle suivante : ${ended(letter.ruleBroken)}`,
      hearing
        ? `Votre audition est fixée au ${frenchDate(hearing.on, { weekday: true })} à ${frenchTime(hearing.time)}, à cette adresse : ${ended(hearing.place)} Si vous ne pouvez venir, vous pouvez répondre par écrit.`
        : `Nous vous invitons à présenter vos explications par écrit, adressées ${toSigner(letter.signer)}.`,
      `Vous disposez pour préparer votre défense de ${letter.defenceDays} jours pleins à compter de la première présentation de cette lettre : aucune décision ne sera prise avant. Vous pouvez vous faire assister par la personne de votre choix.`,
      `La décision sera prise ${byOrgan(organ)} ; elle sera motivée et vous sera notifiée par lettre recommandée.${because}`,
      `Vous pouvez lire votre dossier et répondre en ligne, en vous connectant à ${letter.site} : il vous attend à l’accueil.`,
    ],
    facts: letter.facts.map(({ on, text }) => [frenchDate(on), text] as const),
    closing: CLOSING,
    signer: letter.signer,
  }
}

export type DecisionLetter = {
  kind: Kind
  outcome: 'sanction' | 'kept'
  on: string
  /** « le Président », « l’assemblée générale ordinaire du 12 juin 2027 (résolution 4) » */
  by: string
  facts: Fact[]
  ruleBroken: string
  reasons: string
  heard: string
  /** the assembly decided: no organ stands above it */
  byAssembly: boolean
  /** 6.4-a: what the letter says of the appeal that the statutes give; null: they give none */
  appeal: string | null
  /** category that a founder falls back into: « membre actif » */
  becomes: string
  /** last day of a suspension, included; null for another sanction */
  until: string | null
  /** he sits in the Bureau */
  seat: boolean
  signer: Signer
}

/** What was decided, by whom, for which facts and reasons, from when; said as plainly when nothing is held against the member. */
export function decisionLetter(letter: DecisionLetter) {
  const { kind, outcome, on, by } = letter
  const said = outcome === 'sanction' ? sanctioned(kind, on, by) : kept(kind, on, by)
  // what was voted tells the facts and the rule already: they are not told twice
  const told = letter.byAssembly && letter.facts.every(({ text }) => letter.reasons.includes(text))
  return {
    subject: outcome === 'sanction' ? OBJECTS[kind].decided : OBJECTS[kind].kept,
    greeting: GREETING,
    paragraphs: [
      said,
      letter.heard,
      ...(outcome === 'sanction'
        ? [
            ...(told ? [] : [`La règle qui n’a pas été respectée : ${ended(letter.ruleBroken)}`]),
            told
              ? `La décision, telle qu’elle a été votée :\n${ended(letter.reasons)}`
              : `Motifs de la décision :\n${ended(letter.reasons)}`,
            follows(letter),
            ...(letter.appeal === null ? [] : [letter.appeal]),
          ]
        : [`Motifs de la décision :\n${ended(letter.reasons)}`]),
    ],
    facts:
      outcome === 'sanction' && !told ? letter.facts.map(({ on: day, text }) => [frenchDate(day), text] as const) : [],
    closing: CLOSING,
    signer: letter.signer,
  }
}

const SANCTIONED: Record<Kind, string> = {
  EXCLUSION: 'de vous exclure de l’association (article 6.4 de nos statuts)',
  SUSPENSION: 'de suspendre vos droits de membre (article 6.4 de nos statuts)',
  FOUNDER_LOSS: 'de vous retirer la qualité de membre fondateur (article 6.1 de nos statuts)',
}
const KEPT: Record<Kind, string> = {
  EXCLUSION: 'de ne pas vous exclure : vous restez membre, avec tous vos droits',
  SUSPENSION: 'de ne pas suspendre vos droits : ils sont inchangés',
  FOUNDER_LOSS: 'de ne pas vous retirer la qualité de fondateur : vos droits sont inchangés',
}

const sanctioned = (kind: Kind, on: string, by: string): string =>
  `Le ${frenchDate(on)}, ${by} a décidé ${SANCTIONED[kind]}, pour les faits énoncés ci-dessous.`

const kept = (kind: Kind, on: string, by: string): string => `Le ${frenchDate(on)}, ${by} a décidé ${KEPT[kind]}.`

/** The model statutes give no appeal to the assembly: none is announced then. */
function follows(letter: DecisionLetter): string {
  const now = FOLLOWS[letter.kind](letter)
  return letter.byAssembly || letter.appeal !== null || letter.kind === 'SUSPENSION'
    ? now
    : `${now} Les statuts n’organisent pas de recours devant l’assemblée générale.`
}

const FOLLOWS: Record<Kind, (letter: DecisionLetter) => string> = {
  EXCLUSION: ({ on }) =>
    `Vous n’êtes plus membre à compter du ${frenchDate(on)} : vos fonctions éventuelles et les pouvoirs que vous aviez donnés ou reçus prennent fin ce jour-là.`,
  FOUNDER_LOSS: ({ on, becomes }) =>
    `Vous restez dans l’association comme ${becomes} à compter du ${frenchDate(on)}, avec les droits de cette catégorie.`,
  SUSPENSION: ({ on, until, seat }) =>
    [
      `La suspension dure du ${frenchDate(on)} au ${frenchDate(until ?? on)} inclus. Pendant cette période, aucune convocation ne vous est adressée, vous ne votez pas et le quorum se compte sans vous ; vous ne pouvez ni donner ni recevoir de pouvoir.`,
      ...(seat ? ['Vos fonctions au Bureau sont suspendues pendant le même temps, sans prendre fin.'] : []),
      'L’article 6.4 dit que la suspension implique la perte de la qualité de membre tant qu’elle dure. À son terme, vos droits reviennent d’eux-mêmes, sans démarche de votre part.',
    ].join(' '),
}

/** A text that ends as a sentence does. */
export const ended = (text: string) => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
