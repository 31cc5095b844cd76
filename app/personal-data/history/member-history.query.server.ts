import { officeLabel } from '~/offices/office-labels'
import { letterKind } from '~/letters/kinds'
import { handlesOf, isConcerned } from '~/letters/letter-access.server'
import { eventSentence, EXCLUSION_ANNULLED } from '~/members/register/sheet/event-sentences'
import type { MemberSheet } from '~/members/register/sheet/member-sheet.query.server'
import { METHOD_WORDS } from '~/dues/payments/method-words'
import type { Context } from '~/platform/context'
import { parisDate } from '~/platform/clock.server'
import { instantFromDate, isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { readStage, stageLabel } from '~/statutes/dues-ladder-stages'
import { euros, frenchDate } from '~/ui/format'
import { caseWords, OUTCOME_WORDS } from '~/discipline/appeals/appeal-words'
import { viewsOf } from '~/discipline/cases/access.server'
import { CASE_KINDS } from '~/discipline/cases/case-file'

export type HistoryLine = {
  key: string
  on: string
  title: string
  detail: string | null
  /** the paper or the page that proves it */
  links: { to: string; label: string; file: boolean }[]
}

/** The latest first; older ones stay in their own pages. */
const MOST = 200

/**
 * A member's life in one line of time: admission and departure, offices, dues and their steps, payments, registered letters,
 * cases. Each viewer sees what his office opens to him; the member, all that is his.
 */
export async function memberHistory(ctx: Context, sheet: MemberSheet): Promise<HistoryLine[]> {
  const own = isConcerned(ctx, sheet.id)
  const money = own || may(ctx.actor, 'dues.manage')
  const parts = await Promise.all([
    money ? duesLines(ctx, sheet.id) : [],
    letterLines(ctx, sheet.id),
    caseLines(ctx, sheet.id),
    resignationLines(ctx, sheet.id, own || may(ctx.actor, 'members.write')),
  ])
  const lines = [...eventLines(sheet), ...mandateLines(sheet), ...parts.flat()]
  return lines.sort((a, b) => b.on.localeCompare(a.on)).slice(0, MOST)
}

const page = (to: string, label: string) => [{ to, label, file: false }]
const file = (to: string, label: string) => [{ to, label, file: true }]

const eventLines = ({ events }: MemberSheet): HistoryLine[] =>
  events.map((event) => ({
    key: event.id,
    on: event.on,
    title: eventSentence(event, event.categoryLabel),
    detail: event.reason === EXCLUSION_ANNULLED ? null : event.reason,
    links: event.decision ? page(`/assemblees/${event.decision.meetingId}`, event.decision.title) : [],
  }))

const mandateLines = ({ mandates }: MemberSheet): HistoryLine[] =>
  mandates.flatMap(({ id, office, from, endedOn, source }) => {
    const name = officeLabel(office)
    const began = { key: `${id}-from`, on: from, title: `Bureau : ${name}`, detail: source, links: [] }
    const ended = { key: `${id}-end`, title: `Bureau : fin de fonctions, ${name}`, detail: null, links: [] }
    return endedOn ? [began, { ...ended, on: endedOn }] : [began]
  })

async function duesLines({ db }: Context, memberId: string): Promise<HistoryLine[]> {
  const [steps, payments, receipts] = await Promise.all([
    db.duesStep.findMany({
      where: { memberId },
      include: { dues: { select: { period: { select: { year: true } } } } },
      orderBy: { at: 'desc' },
      take: MOST,
    }),
    db.allocation.groupBy({ by: ['paymentId', 'on'], where: { dues: { memberId } }, _sum: { amountCents: true } }),
    db.receipt.findMany({ where: { memberId }, orderBy: { number: 'desc' }, take: MOST }),
  ])
  const methods = await db.payment.findMany({
    where: { id: { in: payments.map(({ paymentId }) => paymentId) } },
    select: { id: true, method: true },
  })
  const methodOf = new Map(methods.map(({ id, method }) => [id, METHOD_WORDS[method]]))
  return [
    ...steps.map(({ id, on, stage, takenOver, dues }) => ({
      key: id,
      on: isoDate(on),
      title: `Cotisation ${dues.period.year} : ${stageLabel(readStage(stage)).toLowerCase()}`,
      detail: takenOver ? 'Repris d’avant l’enregistrement ici.' : null,
      links: [],
    })),
    ...payments.flatMap(({ paymentId, on, _sum }) => {
      const cents = _sum.amountCents ?? 0
      if (cents === 0) return []
      const what = cents > 0 ? `Cotisation : ${euros(cents)} reçus` : `Cotisation : ${euros(-cents)} repris`
      const detail = methodOf.get(paymentId) ?? null
      return [{ key: `${paymentId}-${isoDate(on)}`, on: isoDate(on), title: what, detail, links: [] }]
    }),
    ...receipts.map(({ id, number, paidOn, cancelledOn }) => ({
      key: id,
      on: isoDate(paidOn),
      title: `Reçu de cotisation n° ${number}`,
      detail: cancelledOn ? `annulé le ${frenchDate(isoDate(cancelledOn))}` : null,
      links: file(`/recus/${id}.pdf`, 'Lire le reçu'),
    })),
  ]
}

async function letterLines(ctx: Context, memberId: string): Promise<HistoryLine[]> {
  const found = await ctx.db.registeredLetter.findMany({ where: { memberId }, orderBy: { writtenOn: 'desc' } })
  const own = isConcerned(ctx, memberId)
  const mine = await handlesOf(ctx.db, ctx, found)
  return found.flatMap((letter) => {
    const handled = mine.has(letter.id)
    if (!handled && !(own && letter.depositedOn)) return []
    const { presentedOn, depositedOn } = letter
    const detail = presentedOn
      ? `présentée le ${frenchDate(isoDate(presentedOn))}`
      : depositedOn
        ? `postée le ${frenchDate(isoDate(depositedOn))}`
        : 'à poster'
    const title = `Lettre recommandée : ${letterKind(letter.kind).label}`
    const pdf = file(`/courriers/${letter.id}.pdf`, 'Lire la lettre')
    const links = handled ? [...page(`/courriers/${letter.id}`, 'Preuves'), ...pdf] : pdf
    return [{ key: letter.id, on: isoDate(letter.writtenOn), title, detail, links }]
  })
}

async function caseLines(ctx: Context, memberId: string): Promise<HistoryLine[]> {
  const found = await ctx.db.disciplinaryCase.findMany({
    where: { memberId },
    orderBy: { openedAt: 'desc' },
    include: { recusals: true },
  })
  const views = await viewsOf(ctx.db, ctx, found)
  return found.flatMap((each) => {
    const { id, kind, state, openedAt, appealedOn, appealOutcome } = each
    const view = views.get(id) ?? null
    if (view === null || (view === 'concerned' && state === 'DRAFT')) return []
    const on = parisDate(instantFromDate(openedAt))
    return [
      { key: id, on, title: `Procédure : ${CASE_KINDS[kind].toLowerCase()}`, detail: caseWords(each), links: page(`/exclusions/${id}`, 'Ouvrir le dossier') }, // prettier-ignore
      ...(appealedOn
        ? [{ key: `${id}-appeal`, on: isoDate(appealedOn), title: 'Recours contre l’exclusion', detail: appealOutcome && OUTCOME_WORDS[appealOutcome], links: page(`/exclusions/${id}`, 'Ouvrir le dossier') }] // prettier-ignore
        : []),
    ]
  })
}

async function resignationLines(ctx: Context, memberId: string, open: boolean): Promise<HistoryLine[]> {
  if (!open) return []
  const found = await ctx.db.resignation.findMany({ where: { memberId } })
  return found.map(({ id, receivedOn, documentId }) => ({
    key: id,
    on: isoDate(receivedOn),
    title: 'Démission reçue',
    detail: null,
    links: documentId ? file(`/documents/${documentId}`, 'Lire la lettre') : [],
  }))
}
