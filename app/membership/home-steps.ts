import type { StepSource } from '~/platform/home-step'
import { applicationSteps } from './applications/application-steps.query.server'
import { repriseSteps } from './reprises/reprise-steps.query.server'

/** What this room puts on the list of things to do. */
export const homeSteps: readonly StepSource[] = [repriseSteps, applicationSteps]
