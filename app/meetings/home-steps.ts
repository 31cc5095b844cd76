import type { StepSource } from '~/platform/home-step'
import { changedOfficerSteps } from './prepare/changed-officers.query.server'
import { meetingSteps } from './prepare/meeting-steps.query.server'
import { failedSteps } from './session/failed-steps.query.server'

/** What this room puts on the list of things to do. */
export const homeSteps: readonly StepSource[] = [meetingSteps, changedOfficerSteps, failedSteps]
