import type { StepSource } from '~/platform/home-step'
import { treasurerSteps } from './board/treasurer-steps.query.server'
import { duesSteps } from './mine/own-steps.query.server'

/** What this room puts on the list of things to do. */
export const homeSteps: readonly StepSource[] = [duesSteps, treasurerSteps]
