import { counted, frenchCardinal, list, plural, pluralLabel, typeset } from './french'
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

/** « quinze jours »; in figures beyond sixteen: « 45 jours ». */
export function dayCount(days: number): string {
  return `${frenchCardinal(days)} ${plural(days, 'jour')}`
}

export function monthCount(months: number): string {
  return `${frenchCardinal(months)} mois`
}

export function yearCount(years: number): string {
  return `${frenchCardinal(years)} ${plural(years, 'an')}`
}

export function voiceCount(voices: number): string {
  return `${frenchCardinal(voices, true)} voix`
}

/** « quinze jours francs au moins avant la date de la réunion » */
export function noticeText(notice: Notice): string {
  return `${dayCount(notice.days)}${notice.clear ? ` ${plural(notice.days, 'franc')}` : ''} au moins avant la date de la réunion`
}

export function clearText(notice: Notice): string {
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
  return `${joinLabels(statutes, among ?? counting)} ayant droit de vote`
}

export function quorumText(statutes: Statutes, body: BodyKey, requirements: readonly QuorumRequirement[]): string {
  if (requirements.length === 0) return 'aucun quorum n’est exigé'
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

export function remoteText(clause: RemoteVote | null): string {
  if (clause === null) return 'Le vote à distance n’est pas prévu.'
  const how =
    clause.mode === 'live'
      ? 'les membres qui assistent par visioconférence votent pendant que le scrutin est ouvert'
      : `les membres peuvent voter en ligne pendant les ${counted(clause.hours ?? 0, 'heure')} qui précèdent le vote en séance`
  const quorum = clause.countsInQuorum ? 'ils comptent alors comme présents' : 'ils ne comptent pas dans le quorum'
  return `Vote à distance (article ${clause.article}) : ${how} ; ${quorum}.`
}
