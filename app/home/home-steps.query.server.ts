import { caseTodo } from '~/discipline/cases/case-todo.query.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { applicationSteps } from './application-steps.query.server'
import type { Call } from './calls.query.server'
import { duesSteps } from './dues-steps.query.server'
import { failedSteps } from './failed-steps.query.server'
import { meetingSteps } from './meeting-steps.query.server'
import { memberSteps } from './member-steps'
import { minutesSteps } from './minutes-steps.query.server'
import { repriseSteps } from './reprise-steps.query.server'
import { returnedSteps } from './returned-steps.query.server'
import { settlingSteps } from './settling-steps.query.server'
import { inOrder, PLAIN_STEP, type HomeStep } from './step'
import { treasurerSteps } from './treasurer-steps.query.server'

/**
 * Says what the actor has to do in its room: all of it, read from the state of the database alone, nothing for who may not do
 * it. A step is gone once it is done, whoever did it.
 */
type StepSource = (ctx: Context, calls: readonly Call[]) => Promise<HomeStep[]> | HomeStep[]

/** Every source of the home page, of the list of tasks and of the counts of the navigation. */
const SOURCES: readonly StepSource[] = [
  (ctx, calls) => memberSteps(calls, parisDate(ctx.now)),
  meetingSteps,
  minutesSteps,
  repriseSteps,
  failedSteps,
  applicationSteps,
  duesSteps,
  treasurerSteps,
  returnedSteps,
  async (ctx) => (await caseTodo(ctx)).map((todo) => ({ ...PLAIN_STEP, rank: 4, ...todo })),
  settlingSteps,
]

/** All that the actor has to do, in its order. */
export async function homeSteps(ctx: Context, calls: readonly Call[]): Promise<HomeStep[]> {
  const steps = await Promise.all(SOURCES.map((source) => source(ctx, calls)))
  return inOrder(steps.flat(), parisDate(ctx.now))
}
