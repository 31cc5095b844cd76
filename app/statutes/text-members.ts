import { counted, frenchCardinal, list, plural, pluralLabel } from './french'
import { byOrgan, organ } from './organs'
import { categoryOf, type Category, type Statutes } from './schema'
import {
  dayCount,
  joinLabels,
  monthCount,
  paragraph,
  voiceCount,
  yearCount,
  type Article,
  type Paragraph,
} from './text-parts'

function categoryText(category: Category): string {
  const vote = category.mayVote ? voiceCount(category.voices) : 'sans droit de vote'
  const quorum = category.mayVote && category.countsInQuorum ? 'compte dans le quorum' : 'hors quorum'
  const dues = category.paysDues ? 'verse une cotisation' : 'dispensé de cotisation'
  const office = category.mayHoldOffice ? 'éligible au Bureau' : 'non éligible au Bureau'
  return `${category.label} (${vote}, ${quorum}, ${dues}, ${office})`
}

/** « ne reçoit de pouvoir que d’un …, deux au plus » */
function proxyText(statutes: Statutes, category: Category): string {
  const { max, maxVoices, from } = category.proxies
  if (from.length === 0 || max === 0) return `Un ${category.label} ne peut détenir aucun pouvoir.`
  const givers = joinLabels(statutes, from, 'ou')
  const most = max === null ? 'sans limite de nombre' : `${frenchCardinal(max)} au plus par séance`
  const voices = maxVoices === null ? '' : `, et ${voiceCount(maxVoices)} reçues au plus`
  return `Un ${category.label} ne reçoit de pouvoirs écrits que de ${givers} : ${most}${voices}.`
}

/** Categories of the association's own, beside the three of the model. */
function ownCategories(statutes: Statutes): Paragraph[] {
  return Object.entries(statutes.categories)
    .filter(([key]) => !['founder', 'active', 'honorary'].includes(key))
    .map(([, category]) => paragraph('6-a', proxyText(statutes, category)))
}

function votingCondition(statutes: Statutes): Paragraph {
  const { unpaidDues, duesPaidBeforeDays, seniority } = statutes.votingRight
  const when = duesPaidBeforeDays === 0 ? 'au jour de la réunion' : `${dayCount(duesPaidBeforeDays)} avant la réunion`
  const dues = {
    votes:
      'Un membre en retard de cotisation reste convoqué, vote et compte dans le quorum tant que sa radiation n’est pas prononcée.',
    attends: `Un membre dont la cotisation n’est pas réglée ${when} assiste sans voter et ne compte pas dans le quorum.`,
    excluded: `Un membre dont la cotisation n’est pas réglée ${when} n’est ni convoqué, ni compté, et ne vote pas.`,
  }[unpaidDues]
  const age =
    seniority.months === 0
      ? ''
      : ` Il faut être membre depuis ${seniority.strict ? 'plus de' : 'au moins'} ${monthCount(seniority.months)} pour voter.`
  return paragraph('6-a', `${dues}${age}`)
}

function membersArticle(statutes: Statutes): Article {
  const territory =
    statutes.region.length === 0
      ? 'Aucun territoire n’est exigé des membres.'
      : `Les membres sont établis dans le territoire de l’association : ${plural(statutes.region.length, 'département')} ${list(statutes.region)}.`
  return {
    article: '6',
    title: 'Membres',
    paragraphs: [
      paragraph(
        '6-a',
        `L’association se compose de ces catégories de membres : ${Object.values(statutes.categories).map(categoryText).join(' ; ')}.`,
      ),
      ...ownCategories(statutes),
      votingCondition(statutes),
      paragraph('6-b', territory),
    ],
  }
}

function foundersArticle(statutes: Statutes): Article {
  const { founder: gate } = statutes.admission
  const founder = categoryOf(statutes, 'founder')
  const from = categoryOf(statutes, gate.from)?.label ?? gate.from
  const years = `${gate.strict ? 'plus de' : 'au moins'} ${yearCount(gate.afterYears)}`
  const who = gate.unanimityOf.among === 'all' ? '' : ', présents ou représentés'
  return {
    article: '6.1',
    title: founder ? capital(pluralLabel(founder.label)) : 'Membres fondateurs',
    paragraphs: [
      paragraph(
        '6.1-a',
        'Sont fondateurs ceux qui ont ratifié les statuts à l’assemblée constitutive. Leur liste ne change que dans les cas ci-dessous.',
      ),
      paragraph(
        '6.1-b',
        `La qualité de fondateur se perd par la démission, la perte de la personnalité juridique, une condamnation incompatible, le non-paiement répété de la cotisation (${counted(statutes.dues.founderUnpaidYears, 'année')} au moins) ou une autre cause prévue par la loi.`,
      ),
      paragraph(
        '6.1-c',
        `Un ${from} depuis ${years} peut devenir fondateur : ${organ(gate.by)}${gate.annual ? ' annuelle' : ''} le décide, à l’unanimité des ${joinLabels(statutes, [gate.unanimityOf.category])}${who}.`,
      ),
      ...(founder
        ? [
            paragraph('6.1-d', proxyText(statutes, founder)),
            paragraph(
              '6.1-e',
              `Un fondateur vote une seule fois ; son vote compte pour ${voiceCount(founder.voices)}.`,
            ),
          ]
        : []),
    ],
  }
}

function activesArticle(statutes: Statutes): Article {
  const active = categoryOf(statutes, 'active')
  const { by, unanimityOf } = statutes.admission.active
  const all = unanimityOf === 'all-in-office'
  const unanimity = all
    ? ' à l’unanimité de tous les membres du Bureau en fonction'
    : ' à l’unanimité des membres du Bureau présents'
  return {
    article: '6.2',
    title: active ? capital(pluralLabel(active.label)) : 'Membres actifs',
    paragraphs: [
      paragraph(
        '6.2-a',
        `Un membre actif est admis ${byOrgan(by)}${by === 'bureau' ? unanimity : ''}, sans motif à donner. Il s’engage dans l’objet de l’association et règle sa cotisation chaque année.`,
      ),
      ...(active
        ? [
            paragraph('6.2-b', `Un membre actif dispose de ${voiceCount(active.voices)}.`),
            paragraph('6.2-c', proxyText(statutes, active)),
          ]
        : []),
      paragraph(
        '6.2-d',
        'Une personne morale vote par son représentant légal ou, en son absence, par un subordonné muni d’un mandat décisionnel. Ce mandat n’est pas un pouvoir et n’entre dans aucune limite.',
      ),
    ],
  }
}

/** Said only where the statutes give it; the last sentence is our reading. */
function appealText({ discipline }: Statutes): Paragraph[] {
  if (discipline.appealDays === undefined) return []
  return [
    paragraph(
      '6.4-a',
      `Qui est exclu par le président ou par le Bureau peut demander à l’assemblée générale ordinaire de décider à nouveau, sous ${dayCount(discipline.appealDays)} à compter de la première présentation de la lettre de décision. Ce recours ne suspend pas l’exclusion.`,
    ),
  ]
}

/** Article 6: who the members are, their rights, and how one ceases to be one. */
export function memberArticles(statutes: Statutes): Article[] {
  const { dues, discipline, admission } = statutes
  const letter = dues.formalNotice.registeredLetter ? 'par lettre recommandée avec accusé de réception' : 'par écrit'
  return [
    membersArticle(statutes),
    foundersArticle(statutes),
    activesArticle(statutes),
    {
      article: '6.3',
      title: 'Membres d’honneur',
      paragraphs: [
        paragraph(
          '6.3-a',
          `Le titre de membre d’honneur est donné ${byOrgan(admission.honorary.by)}${admission.honorary.annual ? ' annuelle' : ''}. Il permet d’assister aux assemblées et d’y prendre la parole.`,
        ),
      ],
    },
    {
      article: '6.4',
      title: 'Perte de la qualité de membre',
      paragraphs: [
        paragraph(
          '6.4-a',
          `On cesse d’être membre par la démission adressée au président, la dissolution ou la liquidation judiciaire de la personne morale, l’exclusion pour motif grave prononcée ${byOrgan(discipline.exclusionBy)} (le membre ayant eu ${dayCount(discipline.defenceDays)} au moins pour se défendre), ou la radiation.`,
        ),
        ...appealText(statutes),
        paragraph(
          '6.4-b',
          `La radiation pour non-paiement suit, dans l’ordre : l’appel, l’échéance, ${counted(dues.reminders, 'rappel')} espacés de ${dayCount(dues.daysBetweenReminders)} au moins, une invitation ${letter} à s’expliquer par écrit au président sous ${dayCount(dues.formalNotice.answerDays)}, puis la radiation prononcée ${byOrgan(dues.removalBy)}. Le paiement met fin à la procédure à tout moment.`,
        ),
        paragraph(
          '6.4-c',
          `La suspension est décidée ${byOrgan(discipline.suspensionBy)}. Elle est temporaire ; tant qu’elle dure, le membre n’a aucun droit.`,
        ),
      ],
    },
  ]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
