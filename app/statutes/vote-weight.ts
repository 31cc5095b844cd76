import { plainCount } from './french'
import type { BodyKey, Statutes } from './schema'

/** Whether each voter of a body weighs one, whatever his voices elsewhere: all its majorities count heads (8.3-a for the model's Bureau). */
export function votesByHead(statutes: Statutes, body: BodyKey): boolean {
  const { majority, secondSession } = statutes.bodies[body]
  return [...majority, ...(secondSession?.majority ?? [])].every(({ unit }) => unit === 'members')
}

type Weight = { members: number; voices: number }

/** What voters bring to a vote, in the unit that decides it: « 3 voix », « 1 vote ». */
export const weightWords = (byHead: boolean, { members, voices }: Weight): string =>
  byHead ? plainCount(members, 'vote').replace(' ', '\u00a0') : `${voices}\u00a0voix`
