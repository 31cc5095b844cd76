import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { isOver, loanLine, pastLoan, pastMandate } from './bureau-lines'
import { holdsSeat, mayRecordEnd } from './end-mandate.server'
import { officeLabel, officeRank } from './office-labels'
import { may, sitsInBureau } from '~/platform/permissions'
import { mayRecordReplacement } from './record-replacement.server'
import { vacancies } from './vacancies'

export type SeatLine = {
  mandateId: string
  office: string
  name: string
  from: string
  termEnd: string
  source: string
  /** the term has passed: he stays until the assembly elects */
  overdue: boolean
  /** the actor may open the page that ends it: his own seat, or he keeps the offices */
  mayEnd: boolean
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
    seats: inOffice
      .toSorted((a, b) => officeRank(a.office) - officeRank(b.office))
      .map((held) => ({
        ...seatLine(held, day),
        mayEnd: mayRecordEnd(actor) || holdsSeat(actor, held.memberId),
      })),
    vacant: vacancies(statutes, inOffice, true),
    unfilled: vacancies(statutes, inOffice, false),
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
      record: mayRecordEnd(actor),
      reprises: sitsInBureau(actor),
      replace: mayRecordReplacement(actor),
    },
  }
}

type Held = { id: string; office: string; holderName: string; from: Date; termEnd: Date; source: string }

const seatLine = (held: Held, day: Date): Omit<SeatLine, 'mayEnd'> => ({
  mandateId: held.id,
  office: officeLabel(held.office),
  name: held.holderName,
  from: isoDate(held.from),
  termEnd: isoDate(held.termEnd),
  source: held.source,
  overdue: held.termEnd < day,
})
