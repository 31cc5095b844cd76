import { frenchCardinal, list, plural } from './french'
import { thresholdWords } from './requirement'
import type { ElectionRequirement, Statutes } from './schema'
import {
  castingText,
  clearText,
  dayCount,
  joinLabels,
  majorityText,
  noticeText,
  paragraph,
  quorumText,
  remoteText,
  yearCount,
  type Article,
} from './text-parts'

const officeNames: Record<string, [one: string, many: string]> = {
  president: ['président', 'présidents'],
  'vice-president': ['vice-président', 'vice-présidents'],
  secretary: ['secrétaire', 'secrétaires'],
  'deputy-secretary': ['secrétaire adjoint', 'secrétaires adjoints'],
  treasurer: ['trésorier', 'trésoriers'],
  'deputy-treasurer': ['trésorier adjoint', 'trésoriers adjoints'],
}

function officeText(key: string, office: { seats: number; required: boolean }): string {
  const [one, many] = officeNames[key] ?? [key, key]
  const seats = office.seats === 1 ? `un ${one}` : `${frenchCardinal(office.seats)} ${many} au plus`
  return office.required ? seats : `${seats} (facultatif)`
}

function roundText(requirement: ElectionRequirement): string {
  if (requirement.relative) return 'le plus de voix'
  const base = {
    cast: 'suffrages exprimés',
    voters: 'votants',
    present: 'présents ou représentés',
    all: 'membres ayant droit de vote',
  }[requirement.of ?? 'cast']
  return `${thresholdWords(requirement, base)}${requirement.unit === 'members' ? ' (par tête)' : ''}`
}

const ordinals = ['au premier tour', 'au deuxième tour', 'au troisième tour', 'au quatrième tour']

const ties = {
  'new-ballot': 'un nouveau vote entre les candidats à égalité',
  older: 'le plus âgé',
  lots: 'le tirage au sort',
  none: 'personne n’est élu',
}

function roundsText(statutes: Statutes): string {
  const { rounds, tie } = statutes.elections
  const each = rounds.map((round, index) => `${ordinals[index] ?? `au tour ${index + 1}`}, ${roundText(round)}`)
  const ending = tie.length === 0 ? '' : ` En cas d’égalité : ${tie.map((rule) => ties[rule]).join(', puis ')}.`
  return `Est élu : ${each.join(' ; ')}.${ending}`
}

function boardArticles(statutes: Statutes): Article[] {
  const { bureau } = statutes.bodies
  const eligible = Object.keys(statutes.categories).filter((key) => statutes.categories[key]?.mayHoldOffice)
  const revocation = {
    off: '',
    provisional:
      ', la révocation par le président pour un juste motif écrit, provisoire jusqu’à la prochaine assemblée',
    final: ', la révocation par le président pour un juste motif écrit',
  }[statutes.presidentMayRevoke]
  return [
    {
      article: '8.1',
      title: 'Bureau',
      paragraphs: [
        paragraph(
          '8.1-a',
          `Le Bureau compte ${list(Object.entries(statutes.offices).map(([key, office]) => officeText(key, office)))}. Ils sont élus par l’assemblée générale ordinaire, parmi les ${joinLabels(statutes, eligible)}, pour ${yearCount(statutes.termYears)}, et sont rééligibles. Le vote est ${statutes.elections.secret ? 'secret' : 'à main levée'}.`,
        ),
        paragraph(
          '8.1-b',
          `Les fonctions cessent par la démission, la perte de la qualité de membre${revocation}, la révocation par l’assemblée générale ordinaire ou la fin du mandat.`,
        ),
      ],
    },
    {
      article: '8.3',
      title: 'Réunions du Bureau',
      paragraphs: [
        paragraph(
          '8.3-a',
          `Le Bureau se réunit au moins ${frenchCardinal(bureau.perYear, true)} fois par an. Le président le convoque par tout moyen, ${noticeText(bureau.notice)}, et fixe l’ordre du jour. ${clearText(bureau.notice)}`,
        ),
        paragraph(
          '8.3-a',
          `Quorum : ${quorumText(statutes, 'bureau', bureau.quorum)}. Majorité : ${majorityText(statutes, bureau.majority)}. ${castingText(bureau.castingVote)} ${remoteText(bureau.remoteVote)}`,
        ),
        paragraph('8.3-b', 'Le Bureau se réunit pour préparer la convocation de l’assemblée annuelle.'),
        paragraph(
          '8.3-c',
          'Chaque réunion donne un procès-verbal, signé du président et d’un autre membre du Bureau, inscrit au registre des délibérations.',
        ),
      ],
    },
  ]
}

/** Articles 8 to 12: the Bureau and its officers. */
export function officerArticles(statutes: Statutes): Article[] {
  const { elections, spending } = statutes
  const candidacy = elections.candidacyDaysBefore.president
  const limit = candidacy === undefined ? 'jusqu’au vote' : `${dayCount(candidacy)} au moins avant l’assemblée`
  const euros = `${(spending.investmentThresholdCents / 100).toLocaleString('fr-FR')} €`
  const exactly = spending.atThreshold === 'assembly' ? 'À ce montant exact et au-delà' : 'Au-delà de ce montant'
  const designation = elections.noCandidate.president === 'oldest-founder'
  return [
    ...boardArticles(statutes),
    {
      article: '9.1',
      title: 'Président',
      paragraphs: [
        paragraph(
          '9.1-a',
          `Tout fondateur peut se présenter à la présidence. Sa candidature parvient au siège ${limit}.`,
        ),
        paragraph('9.1-b', roundsText(statutes)),
        paragraph(
          '9.1-c',
          designation
            ? 'Sans candidat, le fondateur le plus âgé, ou le représentant légal le plus âgé d’un fondateur, est désigné président s’il l’accepte.'
            : 'Sans candidat, la présidence reste vacante jusqu’à la prochaine assemblée.',
        ),
        paragraph(
          '9.1-d',
          'Le président peut déléguer des pouvoirs à un membre du Bureau : par écrit, avec une date, de façon révocable. Il en reste responsable avec lui.',
        ),
      ],
    },
    {
      article: '10',
      title: 'Vice-présidents',
      paragraphs: [paragraph('10-a', 'Un vice-président remplace le président empêché, démissionnaire ou décédé.')],
    },
    {
      article: '12',
      title: 'Trésorier',
      paragraphs: [
        paragraph(
          '12-a',
          'Le trésorier appelle les cotisations chaque année, établit les comptes et présente le rapport financier.',
        ),
        paragraph(
          '12-b',
          `En dessous de ${euros} ${spending.basis === 'gross' ? 'toutes taxes comprises' : 'hors taxes'}, le trésorier règle une dépense d’investissement par délégation et sous le contrôle du président. ${exactly}, il faut d’abord une délibération de l’assemblée, avant ${spending.gate === 'commitment' ? 'tout engagement' : 'le paiement'}. Les achats de même objet chez un même fournisseur sur ${spending.aggregateDays} ${plural(spending.aggregateDays, 'jour')} s’additionnent.`,
        ),
        paragraph(
          '12-c',
          `Les dépenses de fonctionnement restent dans le budget voté chaque année${spending.budgetOverrunPercent === 0 ? '' : ` (dépassement admis : ${spending.budgetOverrunPercent} %)`}, sous le contrôle du trésorier.`,
        ),
      ],
    },
  ]
}
