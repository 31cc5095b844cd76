import { plainCount, frenchCardinal, list, ofWords, agreed, pluralLabel, capital } from './french'
import { byOrgan, type Organ } from './organs'
import { categoryOf, type Category, type Statutes } from './schema'
import {
  dayCount,
  joinLabels,
  monthCount,
  paragraph,
  sentences,
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

/** « Membre actif : les pouvoirs écrits ne viennent que de membres actifs ; un au plus par séance. » Whatever the label’s gender. */
function proxyText(statutes: Statutes, category: Category): string {
  const { max, maxVoices, from } = category.proxies
  const who = capital(category.label)
  if (from.length === 0 || max === 0 || maxVoices === 0) return `${who} : ne détient aucun pouvoir.`
  const givers = ofWords(joinLabels(statutes, from, 'ou'))
  const most = max === null ? 'sans limite de nombre' : `${frenchCardinal(max)} au plus par séance`
  const voices = maxVoices === null ? '' : `, et ${voiceCount(maxVoices)} ${agreed(maxVoices, 'reçue')} au plus`
  return `${who} : les pouvoirs écrits ne viennent que ${givers} ; ${most}${voices}.`
}

/** « plus d’un an », « au moins trois mois ». */
const seniorityText = (strict: boolean, length: string) => (strict ? `plus ${ofWords(length)}` : `au moins ${length}`)

/** How one enters a category of the association's own; '' where its statutes say nothing. */
function ownGate(statutes: Statutes, key: string): string {
  const gate = Object.hasOwn(statutes.admission, key) ? statutes.admission[key] : undefined
  if (!gate) return ''
  const { afterYears, from } = gate
  const since =
    from !== undefined && afterYears !== undefined
      ? `, parmi les ${joinLabels(statutes, [from])} depuis ${seniorityText(gate.strict ?? false, yearCount(afterYears))}`
      : ''
  return `On y est admis ${byGate({ by: gate.by, annual: gate.annual ?? false })}${since}.`
}

/** « par l’assemblée générale ordinaire annuelle »: only an assembly has a yearly meeting. */
function byGate({ by, annual }: { by: Organ; annual: boolean }): string {
  return `${byOrgan(by)}${annual && by !== 'president' && by !== 'bureau' ? ' annuelle' : ''}`
}

/** Categories of the association's own, beside the three of the model. */
function ownCategories(statutes: Statutes): Paragraph[] {
  return Object.entries(statutes.categories)
    .filter(([key]) => !['founder', 'active', 'honorary'].includes(key))
    .map(([key, category]) => paragraph('6-a', sentences(proxyText(statutes, category), ownGate(statutes, key))))
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
      : ` Il faut être membre depuis ${seniorityText(seniority.strict, monthCount(seniority.months))} pour voter.`
  return paragraph('6-a', `${dues}${age}`)
}

function membersArticle(statutes: Statutes): Article {
  const territory =
    statutes.region.length === 0
      ? 'Aucun territoire n’est exigé des membres.'
      : `Les membres sont établis dans le territoire de l’association : ${agreed(statutes.region.length, 'département')} ${list(statutes.region)}.`
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
  if (!founder)
    return {
      article: '6.1',
      title: 'Membres fondateurs',
      paragraphs: [paragraph('6.1-a', 'Ces statuts ne prévoient pas de catégorie de fondateurs.')],
    }
  const years = seniorityText(gate.strict, yearCount(gate.afterYears))
  const who = gate.unanimityOf.among === 'all' ? ', tous compris' : ', présents ou représentés'
  const unpaid = statutes.dues.founderUnpaidYears
  return {
    article: '6.1',
    title: capital(pluralLabel(founder.label)),
    paragraphs: [
      paragraph(
        '6.1-a',
        'Sont fondateurs ceux qui ont ratifié les statuts à l’assemblée constitutive. Leur liste ne change que dans les cas ci-dessous.',
      ),
      paragraph(
        '6.1-b',
        `La qualité de fondateur se perd par la démission, la perte de la personnalité juridique, une condamnation incompatible, le non-paiement ${unpaid > 1 ? 'répété ' : ''}de la cotisation${unpaid > 0 ? ` (${plainCount(unpaid, 'année')} au moins)` : ''} ou une autre cause prévue par la loi.`,
      ),
      paragraph(
        '6.1-c',
        `Peuvent devenir fondateurs les ${joinLabels(statutes, [gate.from])} depuis ${years} : la décision est prise ${byGate(gate)}, à l’unanimité des ${joinLabels(statutes, [gate.unanimityOf.category])}${who}.`,
      ),
      paragraph('6.1-d', proxyText(statutes, founder)),
      paragraph('6.1-e', `Un fondateur vote une seule fois ; son vote compte pour ${voiceCount(founder.voices)}.`),
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
  const label = active?.label ?? 'membre'
  return {
    article: '6.2',
    title: active ? capital(pluralLabel(active.label)) : 'Admission',
    paragraphs: [
      paragraph(
        '6.2-a',
        `${capital(label)} : l’admission est décidée ${byOrgan(by)}${by === 'bureau' ? unanimity : ''}, sans motif à donner. On s’engage dans l’objet de l’association${active?.paysDues === false ? '' : ' et l’on règle sa cotisation chaque année'}.`,
      ),
      ...(active
        ? [
            paragraph('6.2-b', `${capital(label)} : ${active.mayVote ? voiceCount(active.voices) : 'aucune voix'}.`),
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

function honoraryArticle(statutes: Statutes): Article {
  const honorary = categoryOf(statutes, 'honorary')
  const label = honorary?.label ?? 'membre d’honneur'
  const text = honorary
    ? sentences(
        `Le titre « ${label} » est donné ${byGate(statutes.admission.honorary)}. Il permet d’assister aux assemblées et d’y prendre la parole.`,
        proxyText(statutes, honorary),
      )
    : 'Ces statuts ne prévoient pas de membres d’honneur.'
  return { article: '6.3', title: capital(pluralLabel(label)), paragraphs: [paragraph('6.3-a', text)] }
}

/** « un rappel », « trois rappels », each so many days after what came before; none: the letter follows the due date. */
function remindersText({ reminders, daysBetweenReminders }: Statutes['dues']): string {
  const each = reminders === 0 ? '' : `${frenchCardinal(reminders)} ${agreed(reminders, 'rappel')}, `
  const apart =
    daysBetweenReminders === 0 ? '' : ` (${dayCount(daysBetweenReminders)} au moins entre une étape et la suivante)`
  return `${each}une invitation${apart}`
}

/** Article 6: who the members are, their rights, and how one ceases to be one. */
export function memberArticles(statutes: Statutes): Article[] {
  const { dues, discipline } = statutes
  const letter = dues.formalNotice.registeredLetter ? 'par lettre recommandée avec accusé de réception' : 'par écrit'
  return [
    membersArticle(statutes),
    foundersArticle(statutes),
    activesArticle(statutes),
    honoraryArticle(statutes),
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
          `La radiation pour non-paiement suit, dans l’ordre : l’appel, l’échéance, ${remindersText(dues)} ${letter} à s’expliquer par écrit au président sous ${dayCount(dues.formalNotice.answerDays)}, puis la radiation prononcée ${byOrgan(dues.removalBy)}. Le paiement met fin à la procédure à tout moment.`,
        ),
        paragraph(
          '6.4-c',
          `La suspension est décidée ${byOrgan(discipline.suspensionBy)}. Elle est temporaire et implique la perte de la qualité de membre tant qu’elle dure : le membre n’a alors aucun droit.`,
        ),
      ],
    },
  ]
}
