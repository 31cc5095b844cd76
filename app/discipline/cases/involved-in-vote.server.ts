import { effectMember, filePart, readEffect } from '~/effects'
import type { Db, Tx } from '~/platform/db.server'
import { decidersOf } from '../appeals/deciders.server'
import { involvedMembers } from './involved.server'

const NOBODY: ReadonlySet<string> = new Set()

/**
 * 4.24: the members whom the vote of a resolution involves: whom it judges, those recused in his case, who signed the exclusion
 * that an appeal attacks, and whoever speaks for one of them. They vote as members; their voice settles no tie. Empty for any other resolution.
 */
export async function involvedInVote(db: Db | Tx, resolution: { effect?: unknown }): Promise<ReadonlySet<string>> {
  const effect = readEffect(resolution.effect)
  const memberId = effectMember(effect)
  if (memberId === null || !filePart(effect.kind)?.judgesAMember) return NOBODY
  const recusals =
    'caseId' in effect && effect.caseId
      ? await db.recusal.findMany({ where: { caseId: effect.caseId }, select: { memberId: true } })
      : []
  const deciders = effect.kind === 'annul-exclusion' ? await decidersOf(db, effect.caseId) : []
  return involvedMembers(db, { memberId, recusals: [...recusals, ...deciders] })
}
