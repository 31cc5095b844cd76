import { addDays, later, type CivilDate } from './civil-date'
import { latestDay, answersHold, mailHolds, unreadReason, waitingReason, type MailFacts } from './dues-ladder-mails'
import { moneyReason, moneyThatHolds, type MoneyInSight } from './dues-ladder-money'
import { reminderRank, stageAfter, stageLabel, type Stage } from './dues-ladder-stages'
import { plainCount, plainDate } from './french'
import { byOrgan } from './organs'
import { incomplete, lawful, reason, unlawful, type Figure, type RuleId, type Ruling } from './ruling'
import type { Statutes } from './schema'

/** Who takes the next step: the nightly run, the treasurer, whoever posts and reads the proofs, an agenda, the deciding organ. */
export type StepBy = 'run' | 'treasurer' | 'post' | 'agenda' | 'organ'

/** What is known of one dues. Dates are civil days, money is in cents. */
export interface DuesFacts extends MailFacts {
  openedOn: CivilDate
  dueOn: CivilDate
  /** the treasurer has called the dues of this period (12-a) */
  periodCalled: boolean
  owedCents: number
  closedAs: 'SETTLED' | 'REMOVED' | 'KEPT' | 'LEFT' | null
  /** the latest step, and the day when it was really taken */
  last: { stage: Stage; on: CivilDate } | null
  /** a payment taken back opened the dues again that day */
  reopenedOn: CivilDate | null
  /** the registered letter that invites to explain */
  notice: { depositedOn: CivilDate | null; presentedOn: CivilDate | null } | null
  founder: boolean
  /** years whose dues are overdue and unpaid, this one included */
  unpaidYears: number
  /** calls and reminders whose mail was refused or came back, and that nobody has posted or sent again since */
  undelivered: number
  /** the latest day on which such a message was posted, or left again and did not come back */
  repostedOn: CivilDate | null
  /** money that may be this one, and that nobody has placed yet */
  inSight: readonly MoneyInSight[]
}

export type NextStep =
  | { over: true }
  | {
      over: false
      stage: Stage
      by: StepBy
      /** first day on which it may be taken; null: something must come before */
      earliest: CivilDate | null
      ruling: Ruling
    }

/** Its day has come, and money in sight alone holds it. */
export const isHeld = (next: NextStep): boolean =>
  !next.over && next.ruling.reasons.some(({ figures }) => figures.money !== undefined)

/** A message of the procedure that has not left holds it; its day is not known yet. */
export const awaitsMail = (next: NextStep): boolean =>
  !next.over && next.ruling.reasons.some(({ figures }) => figures.waitingMails !== undefined)

type Base = { day: CivilDate; what: string; days: number; strict: boolean }

/**
 * 6.4-b: the step that comes after the last one taken, the first day on which it may be, and whether it may today. Never a
 * step skipped: the delay of each runs from the day when the one before really went, or from the day when a payment was
 * taken back. Refused today: before that day, for want of a proof, or for a founder who does not owe enough years (6.1-b).
 * A reminder whose mail came back stays a step, but it reminded nobody: the letter waits until it is posted or sent to
 * another address, and the delay then runs from there (the reading that no member could attack). While a mail has not left,
 * nothing follows it: `earliest` is then the soonest that may be, and the delay will run from the day when a server takes it
 * or when it is posted. Money in sight holds the step, whose day stays; the removal itself is held by `judgeRemoval`, so that the member may always be kept.
 */
export function nextStep(statutes: Statutes, facts: DuesFacts, today: CivilDate): NextStep {
  const last = facts.last?.stage ?? null
  const decided = last === 'removed' || last === 'kept'
  if (!decided && (facts.closedAs !== null || facts.owedCents === 0)) return { over: true }
  const stage = stageAfter(statutes, last)
  if (stage === null) return { over: true }
  const by = stepBy(statutes, stage, facts)
  const wanting = whatIsWanting(statutes, stage, facts)
  if (wanting) return { over: false, stage, by, earliest: null, ruling: wanting }
  const base = baseOf(statutes, stage, facts)
  const counting = addDays(base.day, base.days + (base.strict ? 1 : 0))
  const earliest = later(counting, soonest(facts, by))
  const ruling = mailHolds(stage, facts)
    ? incomplete(['le départ des messages précédents'], waitingReason(facts))
    : answersHold(stage, facts)
      ? incomplete(['la lecture des réponses revenues'], unreadReason(facts))
      : judgeDay(stage, base, earliest, today)
  return {
    over: false,
    stage,
    by,
    earliest,
    ruling: ruling.outcome === 'lawful' ? unlessHeld(ruling, stage, facts, today) : ruling,
  }
}

function unlessHeld(ruling: Ruling, stage: Stage, { inSight }: DuesFacts, on: CivilDate): Ruling {
  const holding = stage === 'removed' ? [] : moneyThatHolds(inSight, { stage, on })
  return holding.length === 0 ? ruling : incomplete(['le rapprochement de l’argent reçu'], ...holding.map(moneyReason))
}

function stepBy(statutes: Statutes, stage: Stage, facts: DuesFacts): StepBy {
  if (stage === 'called') return facts.periodCalled ? 'run' : 'treasurer'
  if (stage === 'formal-notice') return 'treasurer'
  if (stage === 'answer-over') return answerFrom(statutes, facts) === null ? 'post' : 'run'
  if (stage === 'listed') return statutes.dues.removalBy === 'president' ? 'run' : 'agenda'
  if (stage === 'removed' || stage === 'kept') return 'organ'
  return stage === 'notified' ? 'post' : 'run'
}

/** The run takes one step a day at most; a person may act the same day. */
function soonest(facts: DuesFacts, by: StepBy): CivilDate {
  if (facts.last === null) return facts.openedOn
  return by === 'run' ? addDays(facts.last.on, 1) : facts.last.on
}

/** The day from which the time to answer runs: first presentation of the registered letter, deposit of another one. */
export function answerFrom(statutes: Statutes, facts: Pick<DuesFacts, 'notice'>): CivilDate | null {
  const { notice } = facts
  return (statutes.dues.formalNotice.registeredLetter ? notice?.presentedOn : notice?.depositedOn) ?? null
}

/** Whether a founder owes enough years for the procedure to go on to the letter (6.1-b); always for the others. */
export function oweEnoughYears(statutes: Statutes, facts: Pick<DuesFacts, 'founder' | 'unpaidYears'>): boolean {
  return !facts.founder || facts.unpaidYears >= statutes.dues.founderUnpaidYears
}

export function founderReason(statutes: Statutes, facts: Pick<DuesFacts, 'unpaidYears'>) {
  const required = statutes.dues.founderUnpaidYears
  const said = `Un fondateur n’est radié qu’après ${plainCount(required, 'cotisation annuelle impayée', 'cotisations annuelles impayées')} : ${facts.unpaidYears} à ce jour.`
  return reason('6.1-b', said, { unpaidYears: facts.unpaidYears, required })
}

function whatIsWanting(statutes: Statutes, stage: Stage, facts: DuesFacts): Ruling | null {
  if (stage === 'called' && !facts.periodCalled)
    return incomplete(
      ['l’appel des cotisations par le trésorier'],
      reason('12-a', 'La cotisation est ouverte ; le trésorier l’appelle.'),
    )
  if (stage === 'formal-notice' && !oweEnoughYears(statutes, facts)) return unlawful(founderReason(statutes, facts))
  if (stage === 'formal-notice' && facts.undelivered > 0)
    return incomplete(
      ['un nouvel envoi des messages non distribués'],
      reason(
        '6.4-b',
        `${plainCount(facts.undelivered, 'courriel')} de cette procédure ${facts.undelivered > 1 ? 'n’ont pas été remis' : 'n’a pas été remis'} : la lettre recommandée attend ${facts.undelivered > 1 ? 'leur' : 'son'} nouvel envoi, par la poste ou à une adresse corrigée.`,
        { undelivered: facts.undelivered },
      ),
    )
  if (stage === 'answer-over' && answerFrom(statutes, facts) === null)
    return incomplete(
      ['la date de première présentation de la lettre recommandée'],
      reason('6.4-b', 'Le délai de réponse court de la première présentation de la lettre, dont la date manque.'),
    )
  return null
}

function baseOf(statutes: Statutes, stage: Stage, facts: DuesFacts): Base {
  const { daysBetweenReminders, formalNotice } = statutes.dues
  const since = facts.last?.on ?? facts.openedOn
  const resumed = (day: CivilDate, what: string, days: number, strict = false): Base =>
    facts.reopenedOn !== null && facts.reopenedOn > day
      ? { day: facts.reopenedOn, what: 'le paiement repris', days, strict }
      : { day, what, days, strict }
  if (stage === 'called') return { day: facts.openedOn, what: 'l’ouverture de la cotisation', days: 0, strict: false }
  const left = latestDay(facts.repostedOn, facts.acceptedOn)
  if (stage === 'due') {
    const called = latestDay(since, left) ?? since
    return facts.dueOn >= called ? resumed(facts.dueOn, 'l’échéance', 0, true) : resumed(called, 'l’appel', 0, true)
  }
  if (reminderRank(stage) !== null || stage === 'formal-notice') {
    const first = facts.last?.stage === 'due'
    if (left !== null && left > since)
      return resumed(
        left,
        left === facts.repostedOn ? 'le nouvel envoi du message' : 'le départ du message',
        daysBetweenReminders,
      )
    return first
      ? resumed(addDays(since, -1), 'l’échéance', daysBetweenReminders)
      : resumed(since, 'le rappel précédent', daysBetweenReminders)
  }
  if (stage === 'answer-over') {
    const from = answerFrom(statutes, facts) ?? since
    const what = formalNotice.registeredLetter ? 'la première présentation de la lettre' : 'l’envoi de la lettre'
    return resumed(from, what, formalNotice.answerDays, true)
  }
  const paused = stage !== 'notified' && facts.reopenedOn !== null && facts.reopenedOn > since
  return paused
    ? resumed(since, 'l’étape précédente', formalNotice.answerDays, true)
    : { day: since, what: 'l’étape précédente', days: 0, strict: false }
}

function judgeDay(stage: Stage, base: Base, earliest: CivilDate, today: CivilDate): Ruling {
  const rule: RuleId = stage === 'called' ? '12-a' : '6.4-b'
  const ok = today >= earliest
  const figures: Record<string, Figure> = { stage, since: base.day, days: base.days, earliest, today }
  const delay = base.days > 0 ? `${plainCount(base.days, 'jour')} après ${base.what} (${plainDate(base.day)})` : ''
  const after = delay === '' ? `après ${base.what} (${plainDate(base.day)})` : delay
  const said = `${stageLabel(stage)} : à partir du ${plainDate(earliest)}, ${base.strict && base.days > 0 ? 'plus de ' : ''}${after}.`
  return ok ? lawful(reason(rule, said, figures)) : unlawful(reason(rule, said, figures))
}

/** Who pronounces the removal, in words: « par l’assemblée générale ordinaire ». */
export function removalOrgan(statutes: Statutes): string {
  return byOrgan(statutes.dues.removalBy)
}
