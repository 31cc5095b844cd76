import { clockOn } from '../../run/day.mjs'

/** The day on which stories begin; CLOCK names another one, and the stories must hold on any. */
const STORY_DAY = '2027-10-13'

/** Gives every program of this run its clock (CLOCK_SHIFT), and every story the day on which it begins (CLOCK). */
export function setClock(): void {
  process.env.CLOCK ||= STORY_DAY
  Object.assign(process.env, clockOn(process.env.CLOCK))
}

/** The civil date on which the stories of this run begin. */
export function firstDay(): string {
  const day = process.env.CLOCK
  if (!day) throw new Error('the global setup sets the clock')
  return day
}
