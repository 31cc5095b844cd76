import type { DisciplinaryCase } from '~/generated/prisma/client'
import { statutesInForce, statutesVersion } from '~/association/in-force.server'
import { ladderFacts } from '~/dues/ladder/facts.server'
import { isAppealPending } from '~/members/discipline/appeal-pending'
import { foreseenCase } from '~/members/discipline/foreseen-case.server'
import { stillExcluded } from '~/members/discipline/still-excluded.server'
import { eventObjection } from '~/members/register/record-member-event.server'
import type { MembershipEvent } from '~/members/register/fold-events'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import type { CivilDate } from '~/statutes/civil-date'
import { judgeCompetence } from '~/statutes/competence'
import { nextStep } from '~/statutes/dues-ladder'
import { ofName } from '~/statutes/french'
import { lawful, reason, unlawful, type RuleId, type Ruling } from '~/statutes/ruling'
import type { Effect, FileEffectKind } from '../effect'
import type { Sitting } from './effect-ruling.server'

export type FileEffect = Extract<Effect, { kind: FileEffectKind }>
type Of<K extends FileEffectKind> = Extract<FileEffect, { kind: K }>
type Judged = { meeting: Sitting; text: string; today: CivilDate }

/**
 * Whether the file from which an effect comes still stands, so that adoption could carry it out on the day of the meeting (6.1-b,
 * 6.2-a, 6.4-a, 6.4-b, 6.4-c): a case dropped or decided, dues paid or that money in sight may pay, an application or an appeal
 * withdrawn refuse it. `text`: what is put to the vote, which stands as the reasons of a sanction.
 */
export async function fileEffectRuling(tx: Db | Tx, effect: FileEffect, judged: Judged): Promise<Ruling> {
  const { statutes } = await statutesVersion(tx, judged.meeting.statutesId)
  const { body } = judged.meeting
  // a case says itself who decides: the organ of the statutes, or the assembly where that one is involved (6.4-a, 6.4-c)
  const competence =
    effect.kind === 'exclude-member' || effect.kind === 'suspend-member'
      ? lawful()
      : judgeCompetence(statutes, body, effect.kind)
  if (competence.outcome !== 'lawful') return competence
  switch (effect.kind) {
    case 'exclude-member':
    case 'suspend-member':
    case 'withdraw-founder':
      return sanctionRuling(tx, effect, judged)
    case 'annul-exclusion':
      return appealRuling(tx, effect)
    case 'remove-member':
      return removalRuling(tx, effect, judged)
    case 'admit-active':
      return admissionRuling(tx, effect)
  }
}

const CASE_RULES = {
  'exclude-member': '6.4-a',
  'suspend-member': '6.4-c',
  'withdraw-founder': '6.1-b',
} as const satisfies Record<string, RuleId>

async function sanctionRuling(
  tx: Db | Tx,
  effect: Of<keyof typeof CASE_RULES>,
  { meeting, text }: Judged,
): Promise<Ruling> {
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const { caseId, memberId } = effect
  const found = caseId ? await tx.disciplinaryCase.findUnique({ where: { id: caseId } }) : null
  const over = found && closedSince(found, CASE_RULES[effect.kind])
  if (over) return over
  const date = isoDate(meeting.date)
  const foreseen = await foreseenCase(tx, statutes, { caseId, body: meeting.body, on: date, reasons: text })
  if (foreseen.outcome !== 'lawful') return foreseen
  const against = await eventObjection(
    tx,
    { memberId, ...eventOf(effect, date, statutes.admission.founder.from) },
    date,
  )
  return against ? unlawful(against) : foreseen
}

function eventOf(effect: Of<keyof typeof CASE_RULES>, on: CivilDate, category: string): MembershipEvent {
  switch (effect.kind) {
    case 'exclude-member':
      return { kind: 'EXCLUDED', on }
    case 'suspend-member':
      return { kind: 'SUSPENDED', on, until: effect.until }
    case 'withdraw-founder':
      return { kind: 'CATEGORY_CHANGED', on, category }
  }
}

/** A case waits for its vote until it is dropped, or its member has left. */
function closedSince({ state }: DisciplinaryCase, rule: RuleId): Ruling | null {
  if (state !== 'ABANDONED' && state !== 'EXCLUDED' && state !== 'KEPT') return null
  const said = state === 'ABANDONED' ? 'La procédure a été abandonnée' : 'La procédure a déjà été décidée'
  return unlawful(reason(rule, `${said} : retirez cette résolution de l’ordre du jour.`))
}

async function appealRuling(tx: Db | Tx, { caseId }: Of<'annul-exclusion'>): Promise<Ruling> {
  const found = await tx.disciplinaryCase.findUnique({ where: { id: caseId } })
  if (found && isAppealPending(found) && (await stillExcluded(tx, found))) return lawful()
  return unlawful(reason('6.4-a', 'Ce recours a été retiré ou décidé : retirez cette résolution de l’ordre du jour.'))
}

/** 6.4-b: judged as the step « listed » that convening takes, or, on an agenda again, as the vote itself. */
async function removalRuling(tx: Db | Tx, { duesId }: Of<'remove-member'>, { today }: Judged): Promise<Ruling> {
  const [[row], { statutes }] = await Promise.all([ladderFacts(tx, [duesId], today), statutesInForce(tx, today)])
  const next = row ? nextStep(statutes, row, today) : null
  if (!next || next.over)
    return unlawful(
      reason(
        '6.4-b',
        'Cette cotisation est réglée, ou son dossier est clos : retirez cette résolution de l’ordre du jour.',
      ),
    )
  return next.ruling
}

async function admissionRuling(tx: Db | Tx, { applicationId, label }: Of<'admit-active'>): Promise<Ruling> {
  const found = await tx.application.findUnique({ where: { id: applicationId }, select: { state: true } })
  if (found?.state === 'SUBMITTED' || found?.state === 'LISTED') return lawful()
  const said = found?.state === 'WITHDRAWN' ? 'a été retirée' : 'a déjà été décidée'
  return unlawful(
    reason('6.2-a', `La candidature ${ofName(label)} ${said} : retirez cette résolution de l’ordre du jour.`),
  )
}
