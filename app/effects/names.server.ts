import type { Db, Tx } from '~/platform/db.server'
import { categoryOf, type Statutes } from '~/statutes/schema'
import { effectMember, type Effect } from './index'

/** The words that the sentences of these effects need: labels of members and of categories. */
export async function effectNames(tx: Db | Tx, statutes: Statutes, effects: readonly Effect[]) {
  const ids = effects.flatMap((effect) => effectMember(effect) ?? [])
  const members =
    ids.length === 0 ? [] : await tx.member.findMany({ where: { id: { in: ids } }, select: { id: true, label: true } })
  const labels = new Map(members.map(({ id, label }) => [id, label]))
  return {
    member: (id: string) => labels.get(id) ?? 'un membre',
    category: (key: string) => categoryOf(statutes, key)?.label.replace(/'/g, '’') ?? key,
  }
}
