import { METHOD_WORDS, STATE_WORDS } from '~/dues/payments/method-words'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { date, money, number, text, type DataSection } from './section'

const iso = (value: Date | null) => value && isoDate(value)

/** What was asked, paid and receipted. */
export async function duesSections(ctx: Context, memberId: string): Promise<DataSection[]> {
  const [dues, payments, receipts] = await Promise.all([
    ctx.db.dues.findMany({ where: { memberId }, include: { period: true }, orderBy: { period: { year: 'asc' } } }),
    ctx.db.payment.findMany({
      where: { OR: [{ payerMemberId: memberId }, { lines: { some: { dues: { memberId } } } }] },
      include: { allocations: { where: { dues: { memberId } }, select: { amountCents: true } } },
      orderBy: { createdAt: 'asc' },
    }),
    ctx.db.receipt.findMany({ where: { memberId }, orderBy: { number: 'asc' } }),
  ])
  return [
    {
      key: 'dues',
      title: 'Cotisations',
      purpose: 'Pour suivre ce qui est dû chaque année.',
      columns: [
        number('year', 'Année'), text('reference', 'Référence'), money('amountCents', 'Montant'), money('paidCents', 'Réglé'),
        date('dueOn', 'Échéance'), date('settledOn', 'Soldée le'),
      ], // prettier-ignore
      rows: dues.map(({ period, reference, amountCents, paidCents, dueOn, settledOn }) => ({
        year: String(period.year),
        reference,
        amountCents,
        paidCents,
        dueOn: isoDate(dueOn),
        settledOn: iso(settledOn),
      })),
    },
    {
      key: 'payments',
      title: 'Paiements',
      purpose: 'Pièces comptables. Aucun numéro de carte ni de compte n’est gardé ici.',
      columns: [
        date('on', 'Date'), text('method', 'Moyen'), text('payer', 'Payé par'), text('state', 'État'),
        money('receivedCents', 'Reçu'), money('refundedCents', 'Remboursé'), money('yoursCents', 'Pour votre cotisation'),
      ], // prettier-ignore
      rows: payments.map(({ method, state, payerName, receivedCents, refundedCents, paidOn, allocations }) => ({
        on: iso(paidOn),
        method: METHOD_WORDS[method],
        payer: payerName,
        state: STATE_WORDS[state],
        receivedCents,
        refundedCents,
        yoursCents: allocations.reduce((sum, { amountCents }) => sum + amountCents, 0),
      })),
    },
    {
      key: 'receipts',
      title: 'Reçus de cotisation',
      purpose: 'Pièces comptables numérotées ; un reçu annulé garde son numéro.',
      columns: [
        number('number', 'Numéro'), date('paidOn', 'Payé le'), money('amountCents', 'Montant'), date('cancelledOn', 'Annulé le'),
      ], // prettier-ignore
      rows: receipts.map(({ number: rank, paidOn, amountCents, cancelledOn }) => ({
        number: rank,
        paidOn: isoDate(paidOn),
        amountCents,
        cancelledOn: iso(cancelledOn),
      })),
    },
  ]
}
