import type { CivilDate } from '~/statutes/civil-date'
import type { MeetingContent } from './content.server'

/** What is put to the vote, as a member reads it in a convocation: its point, its words, what its adoption does. */
export type VotedText = Pick<
  MeetingContent['agenda'][number]['resolutions'][number],
  'title' | 'text' | 'kind' | 'among' | 'effect' | 'effectHash'
> & { point: string }

/** One sending of a meeting, and the day on which it left. */
export type Snapshot = { sentOn: CivilDate; cancels: boolean; content: MeetingContent }

/** The texts of an agenda that a vote is asked on. */
export function votedTexts(agenda: MeetingContent['agenda']): VotedText[] {
  return agenda.flatMap(({ title, kind, resolutions }) =>
    kind === 'VOTE' ? resolutions.map((resolution) => ({ ...resolution, point: title })) : [],
  )
}

/**
 * Whether two texts are one to the letter, and do the same to the cent. Their order, the notes beside them and whether the
 * vote is secret are not what is decided.
 */
export function sameText(one: VotedText, other: VotedText): boolean {
  return (
    one.point === other.point &&
    one.title === other.title &&
    one.text === other.text &&
    one.kind === other.kind &&
    one.among.join() === other.among.join() &&
    (one.effectHash && other.effectHash ? one.effectHash === other.effectHash : one.effect === other.effect)
  )
}

/**
 * The day from which those convened have known, without a break until the last sending, that this text would be voted on that
 * date; null when the last sending says otherwise. `snapshots`: in the order of their sending.
 */
export function toldSince(
  snapshots: readonly Snapshot[],
  { date, text }: { date: CivilDate; text: VotedText },
): CivilDate | null {
  const tells = ({ cancels, content }: Snapshot) =>
    !cancels && content.meeting.date === date && votedTexts(content.agenda).some((told) => sameText(told, text))
  const silent = snapshots.findLastIndex((snapshot) => !tells(snapshot))
  return snapshots[silent + 1]?.sentOn ?? null
}
