import { homeSteps as disciplineSteps } from '~/discipline/home-steps'
import { homeSteps as duesSteps } from '~/dues/home-steps'
import type { Call } from '~/meetings/answer/calls.query.server'
import { memberSteps } from '~/meetings/answer/member-steps'
import { homeSteps as meetingsSteps } from '~/meetings/home-steps'
import { homeSteps as membershipSteps } from '~/membership/home-steps'
import { homeSteps as minutesSteps } from '~/minutes/home-steps'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { inOrder, type HomeStep, type StepSource } from '~/platform/home-step'
import { returnedSteps } from '~/platform/mail/returned/returned-steps.query.server'
import { settlingSteps } from './settling-steps.query.server'

/** Every room's sources: of the home page, of the list of tasks and of the counts of the navigation. */
const SOURCES: readonly StepSource[] = [
  ...meetingsSteps,
  ...minutesSteps,
  ...membershipSteps,
  ...duesSteps,
  ...disciplineSteps,
  returnedSteps,
  settlingSteps,
]

/** All that the actor has to do, in its order; `calls`: the meetings to which he is called, read once for the page. */
export async function homeSteps(ctx: Context, calls: readonly Call[]): Promise<HomeStep[]> {
  const today = parisDate(ctx.now)
  const steps = await Promise.all(SOURCES.map((source) => source(ctx)))
  return inOrder([...memberSteps(calls, today), ...steps.flat()], today)
}
