import { plainCount, euros, frenchCardinal, list, agreed, pluralLabel, typeset } from './french'
import { thresholdWords } from './requirement'
import { thresholdSentence } from './majority'
import type { RuleId } from './ruling'
import {
  categoryOf,
  type BodyKey,
  type MajorityRequirement,
  type Notice,
  type QuorumRequirement,
  type RemoteVote,
  type Statutes,
} from './schema'

export interface Paragraph {
  rule: RuleId
  text: string
}

export interface Article {
  article: string
  title: string
  paragraphs: Paragraph[]
}

export function paragraph(rule: RuleId, text: string): Paragraph {
  return { rule, text: typeset(text) }
}

/** What is said, one sentence after the other; an empty one is not. */
export function sentences(...each: readonly string[]): string {
  return each.filter((one) => one !== '').join(' ')
}

/** « quinze jours »; in figures beyond sixteen: « 45 jours ». */
export function dayCount(days: number): string {
  return `${frenchCardinal(days)} ${agreed(days, 'jour')}`
}

export function monthCount(months: number): string {
  return `${frenchCardinal(months)} mois`
}

/** « dans les six mois », « dans le mois », « sans délai » for none. */
export function withinMonths(months: number): string {
  if (months === 0) return 'sans délai'
  return months === 1 ? 'dans le mois' : `dans les ${monthCount(months)}`
}

/** « les quinze jours », « le jour »: a length of days before an event. */
export function theDays(days: number): string {
  return days === 1 ? 'le jour' : `les ${dayCount(days)}`
}

/** « 5 000 € », « 4 999,50 € ». */
export function sumText(cents: number): string {
  return euros(cents).replace(',00', '')
}

export function yearCount(years: number): string {
  return `${frenchCardinal(years)} ${agreed(years, 'an')}`
}

export function voiceCount(voices: number): string {
  return `${frenchCardinal(voices, true)} voix`
}

/** « quinze jours francs »; « aucun délai ». */
export function noticeDays({ days, clear }: Notice): string {
  if (days === 0) return 'aucun délai'
  return `${dayCount(days)}${clear ? ` ${agreed(days, 'franc')}` : ''}`
}

/** « quinze jours francs au moins avant la date de la réunion » */
export function noticeText(notice: Notice): string {
  return notice.days === 0 ? 'sans délai de préavis' : `${noticeDays(notice)} au moins avant la date de la réunion`
}

const ties = {
  'new-ballot': 'un nouveau vote entre les candidats à égalité',
  older: 'le plus âgé',
  lots: 'le tirage au sort',
  none: 'personne n’est élu',
}

/** « un nouveau vote entre les candidats à égalité, puis le plus âgé » */
export function tiesText(rules: Statutes['elections']['tie']): string {
  return rules.length === 0 ? ties.none : rules.map((rule) => ties[rule]).join(', puis ')
}

export function clearText(notice: Notice): string {
  if (notice.days === 0) return ''
  return notice.clear
    ? 'Ni le jour de l’envoi ni celui de la réunion ne comptent.'
    : 'Le jour de l’envoi ne compte pas ; celui de la réunion compte.'
}

/** The plural label of a category: « membres fondateurs ». */
export function labels(statutes: Statutes, keys: readonly string[]): string[] {
  return keys.map((key) => pluralLabel(categoryOf(statutes, key)?.label ?? key))
}

/** « membres fondateurs et actifs »: the shared first word is written once. */
export function joinLabels(statutes: Statutes, keys: readonly string[], last?: string): string {
  const [first = '', ...others] = labels(statutes, keys)
  const shared = `${first.split(' ')[0]} `
  return list([first, ...others.map((label) => (label.startsWith(shared) ? label.slice(shared.length) : label))], last)
}

/** Who counts in the quorum of a body: the Bureau, or the members of the categories that count. */
function quorumBase(statutes: Statutes, body: BodyKey, among: readonly string[] | undefined): string {
  if (body === 'bureau' && !among) return 'membres du Bureau'
  const counting = Object.keys(statutes.categories).filter((key) => {
    const category = categoryOf(statutes, key)
    return category?.mayVote && category.countsInQuorum
  })
  const counted = among ?? counting
  return counted.length === 0 ? 'membres ayant droit de vote' : `${joinLabels(statutes, counted)} ayant droit de vote`
}

/** « au moins un tiers des membres ayant droit de vote, présents ou représentés »; only for a quorum that is required. */
export function quorumText(statutes: Statutes, body: BodyKey, requirements: readonly QuorumRequirement[]): string {
  const each = requirements.map((requirement) => {
    const who = quorumBase(statutes, body, requirement.among)
    const what = requirement.of === 'voices' ? `voix des ${who}` : who
    return `${thresholdWords(requirement, what)}, ${requirement.represented ? 'présents ou représentés' : 'présents en personne'}`
  })
  return list(each, 'et en outre')
}

export function majorityText(statutes: Statutes, requirements: readonly MajorityRequirement[]): string {
  return list(
    requirements.map((requirement) => thresholdSentence(statutes, requirement)),
    'et en outre',
  )
}

export function castingText(mode: Statutes['bodies']['ago']['castingVote']): string {
  if (mode === 'none')
    return 'En cas de partage des voix, la proposition est rejetée ; le président n’a pas de voix prépondérante.'
  const secret =
    mode === 'president-open-ballot' ? ' Il n’en va pas ainsi au scrutin secret : la proposition y est rejetée.' : ''
  return `En cas de partage des voix, celle du président l’emporte, s’il a lui-même voté pour ou contre.${secret}`
}

/** Whether one votes by proxy in this body; within which limits is in article 6. */
export function bodyProxiesText(admitted: boolean): string {
  return admitted ? 'On y vote aussi par pouvoir, dans les limites de l’article 6.' : 'On n’y vote pas par pouvoir.'
}

export function remoteText(clause: RemoteVote | null): string {
  if (clause === null) return 'Le vote à distance n’est pas prévu.'
  const how =
    clause.mode === 'live'
      ? 'les membres qui assistent par visioconférence votent pendant que le scrutin est ouvert'
      : `les membres peuvent voter en ligne pendant ${clause.hours === 1 ? 'l’heure qui précède' : `les ${plainCount(clause.hours ?? 0, 'heure')} qui précèdent`} le vote en séance`
  const quorum = clause.countsInQuorum ? 'ils comptent alors comme présents' : 'ils ne comptent pas dans le quorum'
  return `Vote à distance (article ${clause.article}) : ${how} ; ${quorum}.`
}
