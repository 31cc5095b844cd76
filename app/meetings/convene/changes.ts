import { frenchDateTime } from '~/ui/format'
import type { MeetingContent } from './content.server'

type Agenda = MeetingContent['agenda']

/** What those convened do not know yet: one French sentence a change; whether all that changed was taken off. */
export type Untold = { changes: string[]; onlyTakesOff: boolean }

const resolutionsOf = (agenda: Agenda) => agenda.flatMap((item) => item.resolutions)

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
    ...resolutionChanges(resolutionsOf(sent.agenda), resolutionsOf(now.agenda)),
  ]
}

/**
 * Whether a change asks for the whole notice again: the day, or what is put to the vote. What is taken off is not voted, and
 * surprises nobody: it is told, without a new notice.
 */
export function asksForNotice(sent: MeetingContent, now: MeetingContent): boolean {
  const kept = withoutTakenOff(sent, now)
  return (
    sent.meeting.date !== now.meeting.date ||
    agendaChanges(kept.agenda, now.agenda).length > 0 ||
    resolutionChanges(resolutionsOf(kept.agenda), resolutionsOf(now.agenda)).length > 0
  )
}

/** Whether all that changed is that something was taken off, or explained otherwise. */
export function onlyTakesOff(sent: MeetingContent, now: MeetingContent): boolean {
  return changesBetween(withoutTakenOff(sent, now), now).length === 0
}

/** What was sent, less what is no longer there, with the explanations of today. */
function withoutTakenOff(sent: MeetingContent, now: MeetingContent): MeetingContent {
  const points = new Map(now.agenda.map((item) => [item.title, item]))
  const voted = new Set(resolutionsOf(now.agenda).map(({ title }) => title))
  const agenda = sent.agenda.flatMap((item) => {
    const today = points.get(item.title)
    if (!today) return []
    return [{ ...item, notes: today.notes, resolutions: item.resolutions.filter(({ title }) => voted.has(title)) }]
  })
  return { ...sent, agenda }
}

function changed(name: string, before: string | null, after: string | null): string[] {
  if (before === after) return []
  if (after === null) return [`${name} : retiré (${before}).`]
  return [`${name} : ${after}${before === null ? '' : `, au lieu de ${before}`}.`]
}

function agendaChanges(before: Agenda, after: Agenda): string[] {
  const had = new Set(before.map(({ title }) => title))
  const has = new Set(after.map(({ title }) => title))
  const added = after
    .filter(({ title }) => !had.has(title))
    .map(({ title }) => `Point ajouté à l’ordre du jour : ${title}.`)
  const removed = before
    .filter(({ title }) => !has.has(title))
    .map(({ title }) => `Point retiré de l’ordre du jour : ${title}.`)
  const kept = after.filter(({ title }) => had.has(title))
  const rewritten = kept.flatMap((item) => {
    const was = before.find(({ title }) => title === item.title)
    return was && (was.kind !== item.kind || was.notes !== item.notes) ? [`Point modifié : ${item.title}.`] : []
  })
  const orderBefore = before.filter(({ title }) => has.has(title)).map(({ title }) => title)
  const reordered =
    orderBefore.join('\n') === kept.map(({ title }) => title).join('\n') ? [] : ['L’ordre des points a changé.']
  return [...added, ...removed, ...rewritten, ...reordered]
}

function resolutionChanges(before: Agenda[number]['resolutions'], after: Agenda[number]['resolutions']): string[] {
  const was = new Map(before.map((one) => [one.title, one]))
  const is = new Set(after.map(({ title }) => title))
  return [
    ...after.flatMap((one) => {
      const old = was.get(one.title)
      if (!old) return [`Résolution ajoutée : ${one.title}.`]
      const same =
        old.text === one.text && old.effect === one.effect && old.secret === one.secret && old.kind === one.kind
      return same ? [] : [`Résolution modifiée : ${one.title}.`]
    }),
    ...before.filter(({ title }) => !is.has(title)).map(({ title }) => `Résolution retirée : ${title}.`),
  ]
}
