import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { typeset, capital } from '~/statutes/french'
import { lasting, sitterFor } from './mandates.server'
import { officeLabel, officeRank } from './office-labels'

export type DemoPerson = { accountId: string; name: string; quality: string }
export type DemoGroup = { title: string; people: DemoPerson[] }

/** The people of the demonstration that one may enter as, by office then by category; each once. */
export async function demoPeople({ db, now }: Pick<Context, 'db' | 'now'>): Promise<DemoGroup[]> {
  const today = parisDate(now)
  const day = dateColumn(today)
  const current = { from: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] }
  const [{ statutes }, mandates, staff, members] = await Promise.all([
    statutesInForce(db, today),
    db.mandate.findMany({ where: lasting(today), orderBy: { from: 'asc' } }),
    db.staff.findMany({ where: current, select: { title: true, account: { select: { id: true, name: true } } } }),
    db.member.findMany({
      where: { OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
      orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
      select: {
        label: true,
        category: true,
        accountId: true,
        representatives: {
          where: { ...current, accountId: { not: null } },
          select: { quality: true, account: { select: { id: true, name: true } } },
        },
      },
    }),
  ])
  const officers = await Promise.all(
    mandates
      .toSorted((a, b) => officeRank(a.office) - officeRank(b.office))
      .map(async ({ office, memberId }) => ({ office, sitter: await sitterFor(db, memberId, today) })),
  )
  const bureau = officers.flatMap(({ office, sitter }): DemoPerson[] =>
    sitter?.accountId
      ? [{ accountId: sitter.accountId, name: sitter.name, quality: capital(officeLabel(office)) }]
      : [],
  )
  const categories = Object.entries(statutes.categories).toSorted(([, a], [, b]) => b.voices - a.voices)
  const byCategory = categories.map(([key, category]): DemoGroup => {
    const label = typeset(category.label)
    const people = members
      .filter(({ category }) => category === key)
      .flatMap((member): DemoPerson[] => [
        ...(member.accountId ? [{ accountId: member.accountId, name: member.label, quality: capital(label) }] : []),
        ...member.representatives.flatMap(({ quality, account }) =>
          account ? [{ accountId: account.id, name: account.name, quality: `${member.label}, ${quality}` }] : [],
        ),
      ])
    return { title: capital(severalOf(label)), people }
  })
  const employees = staff.map(({ title, account }) => ({
    accountId: account.id,
    name: account.name,
    quality: capital(title),
  }))
  return eachOnce([{ title: 'Bureau', people: bureau }, { title: 'Salariés', people: employees }, ...byCategory])
}

/** « membre fondateur » → « membres fondateurs »; another label stays as it is. */
const severalOf = (label: string) => label.replace(/^membre (\p{L}+)$/u, 'membres $1s').replace(/^membre /, 'membres ')

function eachOnce(groups: DemoGroup[]): DemoGroup[] {
  const seen = new Set<string>()
  const isNew = ({ accountId }: DemoPerson) => !seen.has(accountId) && Boolean(seen.add(accountId))
  return groups
    .map(({ title, people }) => ({ title, people: people.filter(isNew) }))
    .filter(({ people }) => people.length > 0)
}
