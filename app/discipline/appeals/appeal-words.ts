import type { AppealOutcome, CaseState } from '~/generated/prisma/enums'
import { isAppealPending } from '~/members/discipline/appeal-pending'
import { isOpen, STATE_WORDS } from '../cases/case-file'

type Standing = { state: CaseState; appealedOn: Date | null; appealOutcome: AppealOutcome | null }

export const OUTCOME_WORDS: Record<AppealOutcome, string> = {
  ANNULLED: 'exclusion annulée',
  UPHELD: 'exclusion confirmée',
  WITHDRAWN: 'recours retiré',
}

/** Where a case stands, with the appeal to the assembly. */
export function caseWords(found: Standing): string {
  if (found.appealOutcome) return OUTCOME_WORDS[found.appealOutcome]
  return isAppealPending(found) ? 'recours déposé' : STATE_WORDS[found.state]
}

/** Whether something is still to be decided in a case: the sanction, or the appeal against it. */
export const isUnderWay = (found: Standing): boolean => isOpen(found.state) || isAppealPending(found)
