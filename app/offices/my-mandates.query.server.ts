import { capital } from '~/statutes/french'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { officeLabel } from './office-labels'

/** Every seat in the Bureau held for a membership that the actor speaks for, past ones included; the latest first. */
export async function myMandates(ctx: Context) {
  const mandates = await ctx.db.mandate.findMany({
    where: { memberId: { in: ctx.actor.actingFor.map(({ memberId }) => memberId) } },
    orderBy: [{ from: 'desc' }, { id: 'desc' }],
  })
  return mandates.map(({ id, office, from, termEnd, endedOn, source }) => ({
    id,
    label: capital(officeLabel(office)),
    from: isoDate(from),
    termEnd: isoDate(termEnd),
    endedOn: endedOn && isoDate(endedOn),
    source,
  }))
}
