import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { isOver, loanLine, pastLoan, pastMandate } from './bureau-lines'
import { officeLabel } from './office-labels'
import { may } from './permissions'
import { mayRecordReplacement } from './record-replacement.server'

export type SeatLine = {
  key: string
  office: string
  required: boolean
  /** null: nobody holds the office */
  holder: { mandateId: string; name: string; from: string; termEnd: string; source: string; overdue: boolean } | null
}

/** Who holds which office, what is lent or replaced, who is employed, and what came before: open to all who sign in. */
export async function bureauPage({ db, now, actor }: Context) {
  const today = parisDate(now)
  const day = dateColumn(today)
  const [{ statutes }, mandates, loans, staff] = await Promise.all([
    statutesInForce(db, today),
    db.mandate.findMany({ orderBy: [{ from: 'asc' }, { id: 'asc' }] }),
    db.delegation.findMany({
      orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
      include: { mandate: { select: { holderName: true } } },
    }),
    db.staff.findMany({
      where: { OR: [{ until: null }, { until: { gte: day } }] },
      orderBy: { from: 'asc' },
      select: { id: true, title: true, from: true, until: true, account: { select: { name: true } } },
    }),
  ])
  const hasEnded = ({ endedOn }: { endedOn: Date | null }) => endedOn !== null && endedOn <= day
  const inOffice = mandates.filter((mandate) => mandate.from <= day && !hasEnded(mandate))
  return {
    seats: Object.entries(statutes.offices).flatMap(([office, { required }]): SeatLine[] => {
      const line = { office: officeLabel(office), required }
      const held = inOffice.filter((mandate) => mandate.office === office)
      if (held.length === 0) return [{ ...line, key: office, holder: null }]
      return held.map((mandate) => ({ ...line, key: mandate.id, holder: holderOf(mandate, day) }))
    }),
    termYears: statutes.termYears,
    loans: loans.filter((loan) => !isOver(loan, today)).map((loan) => loanLine(loan, today)),
    staff: staff.map(({ id, title, from, until, account }) => ({
      id,
      name: account.name,
      title,
      from: isoDate(from),
      until: until && isoDate(until),
    })),
    past: [
      ...mandates.filter(hasEnded).map(pastMandate),
      ...loans.filter((loan) => isOver(loan, today)).map((loan) => pastLoan(loan, today)),
    ].toSorted((a, b) => b.on.localeCompare(a.on)),
    may: {
      delegate: may(actor, 'offices.manage'),
      record: may(actor, 'offices.manage') || may(actor, 'association.write'),
      replace: mayRecordReplacement(actor),
    },
  }
}

type Held = { id: string; holderName: string; from: Date; termEnd: Date; source: string }

const holderOf = (mandate: Held, day: Date) => ({
  mandateId: mandate.id,
  name: mandate.holderName,
  from: isoDate(mandate.from),
  termEnd: isoDate(mandate.termEnd),
  source: mandate.source,
  overdue: mandate.termEnd < day,
})
