import { frenchCardinal, list, agreed } from './french'
import { ofOrgan } from './organs'
import { thresholdWords } from './requirement'
import type { ElectionRequirement, Statutes } from './schema'
import { secondSessionText } from './text-assemblies'
import {
  bodyProxiesText,
  castingText,
  clearText,
  dayCount,
  joinLabels,
  majorityText,
  noticeText,
  paragraph,
  quorumText,
  remoteText,
  sentences,
  sumText,
  tiesText,
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

/** An office of the association's own has no other name than its key. */
const wordsOf = (key: string) => `« ${key.replace(/[-_]+/g, ' ')} »`

function officeText(key: string, office: { seats: number; required: boolean }): string {
  const [one, many] = officeNames[key] ?? [wordsOf(key), wordsOf(key)]
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

function roundsText(statutes: Statutes): string {
  const { rounds, tie } = statutes.elections
  const each = rounds.map((round, index) => `${ordinals[index] ?? `au tour ${index + 1}`}, ${roundText(round)}`)
  return `Est élu : ${each.join(' ; ')}. En cas d’égalité : ${tiesText(tie)}.`
}

/** « parmi les membres fondateurs »; where no category may hold an office, that. */
function amongEligible(statutes: Statutes): string {
  const eligible = Object.keys(statutes.categories).filter((key) => statutes.categories[key]?.mayHoldOffice)
  return eligible.length === 0
    ? 'sans qu’aucune catégorie y soit éligible'
    : `parmi les ${joinLabels(statutes, eligible)}`
}

/** « Une candidature parvient au siège sept jours au moins avant l’assemblée … » office by office. */
function candidaciesText({ elections, offices }: Statutes): string {
  const limits = Object.entries(elections.candidacyDaysBefore).map(
    ([key, days]) =>
      `${officeName(key)}, ${days === 0 ? 'le jour même au plus tard' : `${dayCount(days)} au moins avant l’assemblée`}`,
  )
  const free = Object.keys(offices).some((key) => !Object.hasOwn(elections.candidacyDaysBefore, key))
  return sentences(
    limits.length === 0
      ? ''
      : `Les candidatures parviennent au siège : pour la fonction de ${limits.join(' ; pour celle de ')}.`,
    free ? `${limits.length === 0 ? 'Les' : 'Les autres'} candidatures sont reçues jusqu’au vote.` : '',
  )
}

const officeName = (key: string) => officeNames[key]?.[0] ?? wordsOf(key)

function boardArticles(statutes: Statutes): Article[] {
  const { bureau } = statutes.bodies
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
          sentences(
            `Le Bureau compte ${list(Object.entries(statutes.offices).map(([key, office]) => officeText(key, office)))}.`,
            `Ses membres sont élus par l’assemblée générale ordinaire, ${amongEligible(statutes)}, pour ${yearCount(statutes.termYears)}, et sont rééligibles.`,
            `Le vote est ${statutes.elections.secret ? 'secret' : 'à main levée'}.`,
          ),
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
          sentences(
            bureau.perYear === 0
              ? ''
              : `Le Bureau se réunit au moins ${frenchCardinal(bureau.perYear, true)} fois par an.`,
            `Le président convoque le Bureau par tout moyen, ${noticeText(bureau.notice)}, et fixe l’ordre du jour.`,
            clearText(bureau.notice),
          ),
        ),
        paragraph(
          '8.3-a',
          sentences(
            bureau.quorum.length === 0
              ? 'Aucun quorum n’est exigé.'
              : `Quorum : ${quorumText(statutes, 'bureau', bureau.quorum)}.`,
            `Majorité : ${majorityText(statutes, bureau.majority)}.`,
            castingText(bureau.castingVote),
            bodyProxiesText(bureau.proxies),
            remoteText(bureau.remoteVote),
            secondSessionText(statutes, 'bureau'),
          ),
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
  const threshold = sumText(spending.investmentThresholdCents)
  const exactly = spending.atThreshold === 'assembly' ? 'À ce montant exact et au-delà' : 'Au-delà de ce montant'
  const designation =
    elections.noCandidate.president === 'oldest-founder' && Object.hasOwn(statutes.categories, 'founder')
  return [
    ...boardArticles(statutes),
    {
      article: '9.1',
      title: 'Président',
      paragraphs: [
        paragraph(
          '9.1-a',
          sentences(
            `La présidence est ouverte à qui peut siéger au Bureau, ${amongEligible(statutes)}.`,
            candidaciesText(statutes),
          ),
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
          'Le président peut déléguer des pouvoirs, par exemple à un membre du Bureau : par écrit, avec une date, de façon révocable. Il en reste coresponsable.',
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
          `En dessous de ${threshold} ${spending.basis === 'gross' ? 'toutes taxes comprises' : 'hors taxes'}, le trésorier règle une dépense d’investissement par délégation et sous le contrôle du président. ${exactly}, il faut d’abord une délibération ${ofOrgan(spending.above)}, avant ${spending.gate === 'commitment' ? 'tout engagement' : 'le paiement'}.${spending.aggregateDays === 0 ? '' : ` Les achats de même objet chez un même fournisseur sur ${spending.aggregateDays} ${agreed(spending.aggregateDays, 'jour')} s’additionnent.`}`,
        ),
        paragraph(
          '12-c',
          `Les dépenses de fonctionnement restent dans le budget voté chaque année${spending.budgetOverrunPercent === 0 ? '' : ` (dépassement admis : ${spending.budgetOverrunPercent} %)`}, sous le contrôle du trésorier.`,
        ),
      ],
    },
  ]
}
