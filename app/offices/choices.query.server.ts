import { capital } from '~/statutes/french'
import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { lasting, sitterFor } from './mandates.server'
import { officeLabel } from './office-labels'

type Ground = Pick<Context, 'db' | 'now'>
export type Choices = { value: string; label: string }[]

/** To whom powers may be lent today: employees and officers who can sign in, but oneself. */
export async function delegateChoices({ db, now, actor }: Context): Promise<Choices> {
  const today = parisDate(now)
  const day = dateColumn(today)
  const [staff, mandates] = await Promise.all([
    db.staff.findMany({
      where: { from: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] },
      orderBy: { from: 'asc' },
      select: { title: true, account: { select: { id: true, name: true } } },
    }),
    db.mandate.findMany({ where: lasting(today), orderBy: { from: 'asc' }, select: { office: true, memberId: true } }),
  ])
  const officers = await Promise.all(
    mandates.map(async ({ office, memberId }) => ({ office, sitter: await sitterFor(db, memberId, today) })),
  )
  const choices = [
    ...staff.map(({ title, account }) => ({ value: account.id, label: `${account.name}, ${title}` })),
    ...officers.flatMap(({ office, sitter }) =>
      sitter?.accountId ? [{ value: sitter.accountId, label: `${sitter.name}, ${officeLabel(office)}` }] : [],
    ),
  ]
  const first = new Map(choices.toReversed().map((choice) => [choice.value, choice]))
  return [...first.values()].filter(({ value }) => value !== actor.accountId)
}

/** The vice-presidents of today, who may replace the President (10-a). */
export async function replacementChoices({ db, now }: Ground): Promise<Choices> {
  const mandates = await db.mandate.findMany({
    where: { office: 'vice-president', ...lasting(parisDate(now)) },
    orderBy: { from: 'asc' },
    select: { id: true, holderName: true },
  })
  return mandates.map(({ id, holderName }) => ({ value: id, label: holderName }))
}

/** The offices of the statutes, and the members whose category may sit in the Bureau (8.1-a). */
export async function mandateChoices({ db, now }: Ground): Promise<{ offices: Choices; members: Choices }> {
  const today = parisDate(now)
  const { statutes } = await statutesInForce(db, today)
  const eligible = Object.entries(statutes.categories).filter(([, { mayHoldOffice }]) => mayHoldOffice)
  const members = await db.member.findMany({
    where: {
      category: { in: eligible.map(([key]) => key) },
      OR: [{ leftOn: null }, { leftOn: { gt: dateColumn(today) } }],
    },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    select: { id: true, label: true },
  })
  return {
    offices: Object.keys(statutes.offices).map((office) => ({ value: office, label: capital(officeLabel(office)) })),
    members: members.map(({ id, label }) => ({ value: id, label })),
  }
}

/** One mandate in force, for the form that ends it; null when there is none. */
export async function mandateToEnd({ db, now }: Ground, id: string) {
  const found = await db.mandate.findFirst({
    where: { id, ...lasting(parisDate(now)) },
    select: { id: true, office: true, holderName: true, memberId: true },
  })
  return (
    found && { id: found.id, memberId: found.memberId, holder: found.holderName, office: officeLabel(found.office) }
  )
}
