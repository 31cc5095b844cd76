import { frenchDateTime } from '~/ui/format'
import type { MeetingContent } from './content.server'
import { sameText, votedTexts, type VotedText } from './told'

type Agenda = MeetingContent['agenda']

/** What those convened do not know yet: one French sentence a change; whether all that changed was taken off. */
export type Untold = { changes: string[]; onlyTakesOff: boolean }

/** What was convened and what now stands, in French, one sentence a change; empty when a member would read the same. */
export function changesBetween(sent: MeetingContent, now: MeetingContent): string[] {
  const [before, after] = [sent.meeting, now.meeting]
  const when = (startsAt: string) => frenchDateTime(startsAt, { weekday: true })
  return [
    ...(before.startsAt === after.startsAt
      ? []
      : [`Date : ${when(after.startsAt)}, au lieu du ${when(before.startsAt)}.`]),
    ...changed('Lieu', before.place, after.place),
    ...changed('Visioconférence', before.videoUrl, after.videoUrl),
    ...agendaChanges(sent.agenda, now.agenda),
    ...resolutionChanges(textsOf(sent.agenda), textsOf(now.agenda)),
    ...documentChanges(sent.documents, now.documents),
  ]
}

/**
 * Whether a change asks for the whole notice again: the day, or what is put to the vote. What is taken off is not voted, and
 * surprises nobody: it is told, without a new notice.
 */
export function asksForNotice(sent: MeetingContent, now: MeetingContent): boolean {
  if (sent.meeting.date !== now.meeting.date) return true
  return matched(votedTexts(sent.agenda), votedTexts(now.agenda), sameText).added.length > 0
}

/** Whether all that changed is that something was taken off, or explained otherwise. */
export function onlyTakesOff(sent: MeetingContent, now: MeetingContent): boolean {
  return changesBetween(withoutTakenOff(sent, now), now).length === 0
}

/** What was sent, less what is no longer there, with the explanations of today. */
function withoutTakenOff(sent: MeetingContent, now: MeetingContent): MeetingContent {
  const there = new Set(now.documents.map(({ id }) => id))
  const points = new Map(now.agenda.map((item) => [item.title, item]))
  const agenda = sent.agenda.flatMap((item) => {
    const today = points.get(item.title)
    if (!today) return []
    const voted = new Set(today.resolutions.map(({ title }) => title))
    return [{ ...item, notes: today.notes, resolutions: item.resolutions.filter(({ title }) => voted.has(title)) }]
  })
  return { ...sent, agenda, documents: sent.documents.filter(({ id }) => there.has(id)) }
}

/** Pairs of two lists, those alike in the sense of `same`, each taken once; what is left on either side. */
function matched<T>(before: readonly T[], after: readonly T[], same: (was: T, is: T) => boolean) {
  const removed = [...before]
  const added: T[] = []
  const kept: [was: T, is: T][] = []
  for (const is of after) {
    const at = removed.findIndex((was) => same(was, is))
    const [was] = at === -1 ? [] : removed.splice(at, 1)
    if (was) kept.push([was, is])
    else added.push(is)
  }
  return { kept, added, removed }
}

function changed(name: string, before: string | null, after: string | null): string[] {
  if (before === after) return []
  if (after === null) return [`${name} : retiré (${before}).`]
  return [`${name} : ${after}${before === null ? '' : `, au lieu de ${before}`}.`]
}

function agendaChanges(before: Agenda, after: Agenda): string[] {
  const { kept, added, removed } = matched(before, after, (was, is) => was.title === is.title)
  const places = kept.map(([was]) => was.position)
  return [
    ...added.map(({ title }) => `Point ajouté à l’ordre du jour : ${title}.`),
    ...removed.map(({ title }) => `Point retiré de l’ordre du jour : ${title}.`),
    ...kept.flatMap(([was, is]) =>
      was.kind === is.kind && was.notes === is.notes ? [] : [`Point modifié : ${is.title}.`],
    ),
    ...(places.every((place, at) => place >= (places[at - 1] ?? 0)) ? [] : ['L’ordre des points a changé.']),
  ]
}

/** A document is told by its name; it changes nothing of the text that is voted. */
function documentChanges(before: MeetingContent['documents'], after: MeetingContent['documents']): string[] {
  const { added, removed } = matched(before, after, (was, is) => was.id === is.id)
  return [
    ...added.map(({ title }) => `Document ajouté : ${title}.`),
    ...removed.map(({ title }) => `Document retiré : ${title}.`),
  ]
}

type Text = VotedText & Pick<Agenda[number]['resolutions'][number], 'secret'>

const textsOf = (agenda: Agenda): Text[] =>
  agenda.flatMap(({ title: point, resolutions }) => resolutions.map((resolution) => ({ ...resolution, point })))

function resolutionChanges(before: readonly Text[], after: readonly Text[]): string[] {
  const unchanged = matched(before, after, (was, is) => sameText(was, is) && was.secret === is.secret)
  const rewritten = matched(unchanged.removed, unchanged.added, (was, is) => was.title === is.title)
  return [
    ...rewritten.kept.map(([was, is]) =>
      sameText({ ...was, point: is.point }, is) && was.secret === is.secret
        ? `Résolution déplacée au point « ${is.point} » : ${is.title}.`
        : `Résolution modifiée : ${is.title}.`,
    ),
    ...rewritten.added.map(({ title }) => `Résolution ajoutée : ${title}.`),
    ...rewritten.removed.map(({ title }) => `Résolution retirée : ${title}.`),
  ]
}
