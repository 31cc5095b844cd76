import type { CaseKind } from '~/generated/prisma/enums'
import { isoDate } from '~/platform/dates'
import {
  judgeExclusionDecision,
  judgeExclusionNotice,
  type ExclusionDecision,
  type ExclusionNotice,
} from '~/statutes/exclusion'
import type { Ruling } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import { judgeSuspensionDecision, judgeSuspensionNotice } from '~/statutes/suspension'

type Case = { kind: CaseKind; suspendUntil: Date | null }

/** The last day of the suspension that a case envisages, included; null for the others. */
export const suspendedUntil = ({ suspendUntil }: Pick<Case, 'suspendUntil'>): string | null =>
  suspendUntil && isoDate(suspendUntil)

/** Whether the sanction of a case may be decided, by the article of its kind. */
export const judgeCaseDecision = (statutes: Statutes, found: Case, facts: ExclusionDecision): Ruling =>
  found.kind === 'SUSPENSION'
    ? judgeSuspensionDecision(statutes, { ...facts, until: suspendedUntil(found) })
    : judgeExclusionDecision(statutes, facts)

/** Whether the letter that opens the defence lets the member defend himself, by the article of its kind. */
export const judgeCaseNotice = (statutes: Statutes, { kind }: Pick<Case, 'kind'>, notice: ExclusionNotice): Ruling =>
  kind === 'SUSPENSION' ? judgeSuspensionNotice(statutes, notice) : judgeExclusionNotice(statutes, notice)
