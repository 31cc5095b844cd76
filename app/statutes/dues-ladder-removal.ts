import { addDays, later, type CivilDate } from './civil-date'
import { answerFrom, founderReason, oweEnoughYears, type DuesFacts } from './dues-ladder'
import { unreadReason, waitingReason, type MailFacts } from './dues-ladder-mails'
import { moneyReason, moneyThatHolds } from './dues-ladder-money'
import { rankOf, reminderStage, stageLabel, type Stage } from './dues-ladder-stages'
import { plainCount, plainDate, list } from './french'
import { organ, type Organ } from './organs'
import { reason, rulingFrom, type Reason, type Ruling } from './ruling'
import type { Statutes } from './schema'

export interface RemovalFacts extends Pick<
  DuesFacts,
  'owedCents' | 'closedAs' | 'reopenedOn' | 'notice' | 'founder' | 'unpaidYears' | 'inSight' | keyof MailFacts
> {
  /** every step taken, in the order of its recording */
  steps: readonly { stage: Stage; on: CivilDate }[]
  /** reminders that the statutes asked for on the day of the letter: a later change adds none */
  remindersAsked: number
}

type Finding = { ok: boolean; reason: Reason }

/**
 * 6.4-b: may this member be removed for these unpaid dues, by this organ, on this day? Only when every step was taken, each
 * after the one before, the time to answer is over, the sum is still owed, no money in sight may pay it, no message of
 * the procedure is still to leave nor its answer to be read, and a founder owes enough years (6.1-b).
 */
export function judgeRemoval(
  statutes: Statutes,
  facts: RemovalFacts,
  decision: { organ: Organ; on: CivilDate },
): Ruling {
  return rulingFrom([
    competent(statutes, decision.organ),
    everyStep(facts),
    inOrder(facts, decision.on),
    answerTimeOver(statutes, facts, decision.on),
    stillOwed(facts),
    ...moneyThatHolds(facts.inSight, { stage: 'removed', on: decision.on }).map((money) => ({
      ok: false,
      reason: moneyReason(money),
    })),
    ...(facts.waitingMails > 0 ? [{ ok: false, reason: waitingReason(facts) }] : []),
    ...(facts.unread > 0 ? [{ ok: false, reason: unreadReason(facts) }] : []),
    ...(facts.founder ? [{ ok: oweEnoughYears(statutes, facts), reason: founderReason(statutes, facts) }] : []),
  ])
}

function competent(statutes: Statutes, by: Organ): Finding {
  const { removalBy } = statutes.dues
  return {
    ok: by === removalBy,
    reason: reason('6.4-b', `La radiation est prononcée par ${organ(removalBy)}.`, {
      organ: organ(removalBy),
      by: organ(by),
    }),
  }
}

function everyStep({ steps, remindersAsked }: RemovalFacts): Finding {
  const reminders = Array.from({ length: remindersAsked }, (_, index) => reminderStage(index + 1))
  const asked: Stage[] = ['called', 'due', ...reminders, 'formal-notice', 'answer-over', 'listed']
  const taken = new Set(steps.map(({ stage }) => stage))
  const lacking = asked.filter((stage) => !taken.has(stage))
  const figures = { asked: asked.length, taken: asked.length - lacking.length }
  const said =
    lacking.length === 0
      ? `Les ${asked.length} étapes qui précèdent la radiation ont été accomplies.`
      : `Il manque ${plainCount(lacking.length, 'étape')} avant la radiation : ${list(lacking.map((stage) => stageLabel(stage).toLowerCase()))}.`
  return { ok: lacking.length === 0, reason: reason('6.4-b', said, figures) }
}

function inOrder({ steps }: RemovalFacts, on: CivilDate): Finding {
  const fault = steps.find(({ stage, on: day }, index) => {
    const before = steps[index - 1]
    return before !== undefined && (rankOf(before.stage) >= rankOf(stage) || before.on > day)
  })
  const late = steps.find(({ on: day }) => day > on)
  const wrong = fault ?? late
  const said = wrong
    ? `L’étape « ${stageLabel(wrong.stage).toLowerCase()} » (${plainDate(wrong.on)}) n’est pas à sa place.`
    : 'Chaque étape est venue après la précédente.'
  return { ok: !wrong, reason: reason('6.4-b', said, { steps: steps.length, date: on }) }
}

function answerTimeOver(statutes: Statutes, facts: RemovalFacts, on: CivilDate): Finding {
  const { answerDays, registeredLetter } = statutes.dues.formalNotice
  const from = answerFrom(statutes, facts)
  if (from === null)
    return {
      ok: false,
      reason: reason('6.4-b', 'La date de première présentation de la lettre recommandée manque.', { date: on }),
    }
  const base = facts.reopenedOn === null ? from : later(from, facts.reopenedOn)
  const end = addDays(base, answerDays)
  const ok = on > end
  const event = base === from ? (registeredLetter ? 'sa présentation' : 'son envoi') : 'la reprise du paiement'
  const said = `Le membre avait ${plainCount(answerDays, 'jour')} après ${event} (${plainDate(base)}) pour répondre : délai écoulé après le ${plainDate(end)}.`
  return { ok, reason: reason('6.4-b', said, { since: base, days: answerDays, lastDay: end, date: on }) }
}

function stillOwed({ owedCents, closedAs }: RemovalFacts): Finding {
  const ok = owedCents > 0 && closedAs === null
  const said = ok
    ? 'La cotisation est toujours due ; son paiement mettrait fin à la procédure.'
    : 'La procédure est close : la cotisation n’est plus due, ou une décision a déjà été prise.'
  return { ok, reason: reason('6.4-b', said, { owedCents, closedAs }) }
}
