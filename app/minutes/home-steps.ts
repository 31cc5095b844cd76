import type { StepSource } from '~/platform/home-step'
import { minutesSteps } from './minutes-steps.query.server'

/** What this room puts on the list of things to do. */
export const homeSteps: readonly StepSource[] = [minutesSteps]
