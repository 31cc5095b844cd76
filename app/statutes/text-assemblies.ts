import { frenchCardinal, list, pluralLabel } from './french'
import { categoryOf, type BodyKey, type Statutes } from './schema'
import {
  bodyProxiesText,
  castingText,
  clearText,
  dayCount,
  majorityText,
  noticeText,
  paragraph,
  quorumText,
  remoteText,
  sentences,
  theDays,
  voiceCount,
  withinMonths,
  type Article,
} from './text-parts'

function voicesText(statutes: Statutes): string {
  const voters = Object.keys(statutes.categories).flatMap((key) => {
    const category = categoryOf(statutes, key)
    return category?.mayVote ? [`${voiceCount(category.voices)} pour chacun des ${pluralLabel(category.label)}`] : []
  })
  return voters.length === 0 ? 'Aucune catégorie de membres n’a de voix.' : `À chaque vote : ${list(voters)}.`
}

/** What happens where the quorum fails: nothing, or a second session and its own conditions. */
export function secondSessionText(statutes: Statutes, key: BodyKey): string {
  const { quorum: first, secondSession: second } = statutes.bodies[key]
  if (first.length === 0) return 'Aucun quorum n’étant exigé, il n’y a pas lieu à une seconde session.'
  if (second === null)
    return `Sans quorum, rien n’est décidé et une nouvelle ${key === 'bureau' ? 'réunion' : 'assemblée'} est convoquée ; il n’y a pas de seconde session.`
  const within =
    second.withinDays === null
      ? 'sans délai maximal'
      : second.withinDays === 0
        ? 'le jour même de la première'
        : `dans ${theDays(second.withinDays)} qui ${second.withinDays === 1 ? 'suit' : 'suivent'} la première`
  const after = second.notBeforeDays ? `, et pas avant ${dayCount(second.notBeforeDays)}` : ''
  const quorum =
    second.quorum.length === 0
      ? 'Aucun quorum n’y est exigé'
      : `Le quorum y est le suivant : ${quorumText(statutes, key, second.quorum)}`
  return `Si le quorum manque, une seconde session est convoquée et tenue ${within}${after}, sur le même ordre du jour, ${noticeText(second.notice)}. ${quorum}. La majorité y est celle-ci : ${majorityText(statutes, second.majority)} ; mais si le quorum de la première session s’y trouve réuni, la majorité ordinaire s’applique.`
}

/** « Elle délibère valablement si … », or that no quorum is required. */
function quorumSentence(statutes: Statutes, key: 'ago' | 'age'): string {
  const { quorum } = statutes.bodies[key]
  return quorum.length === 0
    ? 'Elle délibère quel que soit le nombre de présents : aucun quorum n’est exigé.'
    : `Elle délibère valablement si sont réunis ${quorumText(statutes, key, quorum)}. Le quorum est vérifié à l’ouverture et avant chaque vote.`
}

/** How often it meets; '' where the statutes fix no least number. */
function seasonText(perYear: number): string {
  return perYear === 0 ? '' : `Elle se réunit au moins ${frenchCardinal(perYear, true)} fois par an.`
}

/** What the statutes give to the ordinary assembly beside what is always its own. */
function givenTo(statutes: Statutes, key: 'ago' | 'age'): string[] {
  const { admission, discipline, dues, spending, categories } = statutes
  const titles = [
    ...(Object.hasOwn(categories, 'founder') && admission.founder.by === key ? ['de fondateur'] : []),
    ...(Object.hasOwn(categories, 'honorary') && admission.honorary.by === key ? ['de membre d’honneur'] : []),
  ]
  return [
    ...(spending.above === key ? ['autorise les dépenses d’investissement de l’article 12'] : []),
    ...(titles.length === 0 ? [] : [`donne ${titles.length > 1 ? 'les titres' : 'le titre'} ${list(titles)}`]),
    ...(discipline.suspensionBy === key ? ['suspend un membre'] : []),
    ...(discipline.exclusionBy === key ? ['exclut un membre'] : []),
    ...(dues.removalBy === key ? ['prononce les radiations'] : []),
  ]
}

function ordinaryArticle(statutes: Statutes): Article {
  const { ago } = statutes.bodies
  return {
    article: '13.2',
    title: 'Assemblée générale ordinaire',
    paragraphs: [
      paragraph(
        '13.2-a',
        sentences(
          seasonText(ago.perYear),
          `L’assemblée générale ordinaire annuelle se tient ${withinMonths(ago.withinMonthsOfYearEnd)}${ago.withinMonthsOfYearEnd === 0 ? ' à' : ' de'} la clôture de l’exercice.`,
          `Le président la convoque ${noticeText(ago.notice)}.`,
          clearText(ago.notice),
        ),
      ),
      paragraph(
        '13.2-b',
        `Elle ${list(['approuve les comptes', 'vote le budget', 'donne quitus', 'élit et révoque le Bureau', 'fixe les cotisations', 'autorise ce qui dépasse les pouvoirs du Bureau et du président', ...givenTo(statutes, 'ago')])}. Elle ne vote que sur les questions de l’ordre du jour, dans les termes annoncés avec le préavis de la convocation.`,
      ),
      paragraph('13.2-c', quorumSentence(statutes, 'ago')),
      paragraph(
        '13.2-d',
        `Une décision est adoptée par ${majorityText(statutes, ago.majority)}. ${castingText(ago.castingVote)} ${bodyProxiesText(ago.proxies)} ${remoteText(ago.remoteVote)}`,
      ),
      paragraph('13.2-e', secondSessionText(statutes, 'ago')),
    ],
  }
}

function extraordinaryArticle(statutes: Statutes): Article {
  const { age } = statutes.bodies
  const given = givenTo(statutes, 'age')
  return {
    article: '13.3',
    title: 'Assemblée générale extraordinaire',
    paragraphs: [
      paragraph(
        '13.3-a',
        sentences(
          'Elle seule modifie les statuts, dissout l’association et attribue ses biens, décide d’une fusion, d’une transformation, ou de la création d’une filiale, d’un fonds de dotation ou d’une structure liée, sur proposition du Bureau ou du président.',
          given.length === 0 ? '' : `En outre, elle ${list(given)}.`,
          seasonText(age.perYear),
          `Elle est convoquée ${noticeText(age.notice)}, et ne vote que ce qui a été annoncé avec ce préavis.`,
          clearText(age.notice),
        ),
      ),
      paragraph('13.3-b', quorumSentence(statutes, 'age')),
      paragraph('13.3-b', secondSessionText(statutes, 'age')),
      paragraph(
        '13.3-c',
        `Une décision est adoptée par ${majorityText(statutes, age.majority)}. ${castingText(age.castingVote)} ${bodyProxiesText(age.proxies)} ${remoteText(age.remoteVote)}`,
      ),
    ],
  }
}

/** Article 13: the general assemblies. */
export function assemblyArticles(statutes: Statutes): Article[] {
  return [
    { article: '13.1', title: 'Voix en assemblée', paragraphs: [paragraph('13.1-a', voicesText(statutes))] },
    ordinaryArticle(statutes),
    extraordinaryArticle(statutes),
  ]
}
