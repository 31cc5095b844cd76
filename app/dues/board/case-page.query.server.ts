import { statutesInForce } from '~/association/in-force.server'
import { explanationsOf } from '~/letters/letter-page.query.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { notFound } from '~/platform/refusal'
import { reasonsOf } from '~/platform/stored-ruling'
import { nextStep } from '~/statutes/dues-ladder'
import { ladderOf, rankOf, stageLabel } from '~/statutes/dues-ladder-stages'
import { stepsTaken } from '../ladder/case-facts.server'
import { ladderFacts } from '../ladder/facts.server'
import { failedDeliveries } from '../ladder/undelivered.server'
import { caseView } from './case-access.server'
import { heldBy, heldByMail } from './held-by'
import { nextWords } from './next-words'

const day = (value: Date | null) => value && isoDate(value)

/**
 * The file of one dues: every step with its ruling, what comes next, payments, letters with their proofs, what the member
 * answered. Open to whoever keeps the dues, to the member, and to whoever is called to decide; 404 for the others.
 */
export async function casePage(ctx: Context, duesId: string) {
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    const dues = await tx.dues.findUnique({
      where: { id: duesId },
      include: { member: { select: { label: true } }, period: { select: { year: true, source: true } } },
    })
    const view = dues && (await caseView(ctx, dues))
    const [row] = view ? await ladderFacts(tx, [duesId], today) : []
    if (!dues || !view || !row) throw notFound()
    const { statutes } = await statutesInForce(tx, today)
    const steps = await stepsTaken(tx, duesId)
    const failed = await failedDeliveries(tx, duesId)
    const letters = await tx.registeredLetter.findMany({
      where: { subjectId: duesId, kind: { in: ['dues-formal-notice', 'dues-decision'] } },
      orderBy: { id: 'asc' },
    })
    const notice = letters.find(({ kind }) => kind === 'dues-formal-notice')
    const lastRank = row.last ? rankOf(row.last.stage) : 0
    const next = nextStep(statutes, row, today)
    const { over } = next
    return {
      id: duesId,
      view,
      member: dues.member.label,
      memberId: dues.memberId,
      year: dues.period.year,
      source: dues.period.source,
      reference: dues.reference,
      amountCents: dues.amountCents,
      paidCents: dues.paidCents,
      dueOn: row.dueOn,
      openedOn: row.openedOn,
      reopenedOn: row.reopenedOn,
      closedAs: dues.closedAs,
      closedOn: day(dues.closedOn),
      held: next.over ? [] : [...heldBy(row.inSight, { stage: next.stage, on: today }), ...heldByMail(next, row)],
      removalBy: statutes.dues.removalBy,
      stage: row.last?.stage ?? null,
      undelivered: over ? 0 : row.undelivered,
      next: nextWords(next, today),
      taken: steps.map(({ stage, on, takenOver, ruling }) => ({
        stage,
        title: stageLabel(stage),
        on,
        takenOver,
        failed: failed.get(stage) ?? null,
        reasons: reasonsOf(ruling),
      })),
      toCome: over
        ? []
        : ladderOf(statutes)
            .filter((stage) => rankOf(stage) > lastRank)
            .map((stage) => (stage === 'removed' ? 'Décision' : stageLabel(stage))),
      payments: (
        await tx.allocation.findMany({
          where: { duesId },
          orderBy: { id: 'asc' },
          include: { payment: { select: { payerName: true } } },
        })
      ).map(({ id, amountCents, on, payment, paymentId }) => ({
        id: String(id),
        on: isoDate(on),
        amountCents,
        payer: payment.payerName,
        paymentId,
      })),
      letters: letters.map((letter) => ({
        id: letter.id,
        kind: letter.kind,
        writtenOn: isoDate(letter.writtenOn),
        depositedOn: day(letter.depositedOn),
        presentedOn: day(letter.presentedOn),
        receivedOn: day(letter.receivedOn),
        returnedOn: day(letter.returnedOn),
        returnReason: letter.returnReason,
      })),
      explanations: notice ? await explanationsOf(tx, notice.id) : [],
      noticeId: notice?.depositedOn ? notice.id : null,
    }
  })
}

export type CasePage = Awaited<ReturnType<typeof casePage>>
