import { frenchCardinal, list, pluralLabel } from './french'
import { categoryOf, type Statutes } from './schema'
import {
  castingText,
  clearText,
  dayCount,
  majorityText,
  monthCount,
  noticeText,
  paragraph,
  quorumText,
  remoteText,
  voiceCount,
  type Article,
} from './text-parts'

function voicesText(statutes: Statutes): string {
  const voters = Object.keys(statutes.categories).flatMap((key) => {
    const category = categoryOf(statutes, key)
    return category?.mayVote ? [`${voiceCount(category.voices)} pour chacun des ${pluralLabel(category.label)}`] : []
  })
  return `À chaque vote : ${list(voters)}.`
}

function secondSessionText(statutes: Statutes, key: 'ago' | 'age'): string {
  const second = statutes.bodies[key].secondSession
  if (second === null)
    return 'Sans quorum, rien n’est décidé et une nouvelle assemblée est convoquée ; il n’y a pas de seconde session.'
  const within =
    second.withinDays === null
      ? 'sans délai maximal'
      : `dans les ${dayCount(second.withinDays)} qui suivent la première`
  const after = second.notBeforeDays ? `, et pas avant ${dayCount(second.notBeforeDays)}` : ''
  const quorum =
    second.quorum.length === 0
      ? 'Aucun quorum n’y est exigé'
      : `Le quorum y est de ${quorumText(statutes, key, second.quorum)}`
  return `Si le quorum manque, une seconde session est convoquée et tenue ${within}${after}, sur le même ordre du jour, ${noticeText(second.notice)}. ${quorum}. La majorité y est celle-ci : ${majorityText(statutes, second.majority)} ; mais si le quorum de la première session s’y trouve réuni, la majorité ordinaire s’applique.`
}

function ordinaryArticle(statutes: Statutes): Article {
  const { ago } = statutes.bodies
  return {
    article: '13.2',
    title: 'Assemblée générale ordinaire',
    paragraphs: [
      paragraph(
        '13.2-a',
        `L’assemblée générale ordinaire se réunit au moins ${frenchCardinal(ago.perYear, true)} fois par an, dans les ${monthCount(ago.withinMonthsOfYearEnd)} de la clôture de l’exercice. Le président la convoque ${noticeText(ago.notice)}. ${clearText(ago.notice)}`,
      ),
      paragraph(
        '13.2-b',
        'Elle approuve les comptes, vote le budget, donne quitus, élit et révoque le Bureau, fixe les cotisations, autorise ce qui dépasse les pouvoirs du Bureau et du président, donne les titres de fondateur et de membre d’honneur, et suspend un membre. Elle ne vote que sur les questions de l’ordre du jour, dans les termes annoncés avec le préavis de la convocation.',
      ),
      paragraph(
        '13.2-c',
        `Elle délibère valablement si sont réunis ${quorumText(statutes, 'ago', ago.quorum)}. Le quorum est vérifié à l’ouverture et avant chaque vote.`,
      ),
      paragraph(
        '13.2-d',
        `Une décision est adoptée par ${majorityText(statutes, ago.majority)}. ${castingText(ago.castingVote)} ${remoteText(ago.remoteVote)}`,
      ),
      paragraph('13.2-e', secondSessionText(statutes, 'ago')),
    ],
  }
}

function extraordinaryArticle(statutes: Statutes): Article {
  const { age } = statutes.bodies
  return {
    article: '13.3',
    title: 'Assemblée générale extraordinaire',
    paragraphs: [
      paragraph(
        '13.3-a',
        `Elle seule modifie les statuts, dissout l’association et attribue ses biens, décide d’une fusion, d’une transformation, ou de la création d’une filiale, d’un fonds de dotation ou d’une structure liée, sur proposition du Bureau ou du président. Elle est convoquée ${noticeText(age.notice)}, et ne vote que ce qui a été annoncé dans ce délai.`,
      ),
      paragraph('13.3-b', `Elle délibère valablement si sont réunis ${quorumText(statutes, 'age', age.quorum)}.`),
      paragraph('13.3-b', secondSessionText(statutes, 'age')),
      paragraph(
        '13.3-c',
        `Une décision est adoptée par ${majorityText(statutes, age.majority)}. ${castingText(age.castingVote)} ${remoteText(age.remoteVote)}`,
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
