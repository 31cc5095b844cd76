import { planHash } from '~/members/import/announced.server'
import { planKept } from '~/members/import/plan-kept.server'
import { writeImport } from '~/members/import/write-import.server'
import { lockMembers } from '~/members/register/lock.server'
import type { Origin } from '~/members/register/origin'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { sha256 } from '~/platform/secrets.server'
import { duesSide } from '../import/dues-side.server'
import type { Fact } from './facts'

/**
 * 6.2-a: the members of a kept file enter as it was read when it was proposed, all of it or nothing. Refused (409): a file already
 * imported or no longer kept, a register that has changed since in what the file writes.
 */
export async function applyImportFact(
  tx: Tx,
  ctx: Context,
  fact: Extract<Fact, { kind: 'import' }>,
  origin: Extract<Origin, { kind: 'reprise' }>,
): Promise<void> {
  await lockMembers(tx)
  const dues = fact.withDues ? duesSide : null
  const planned = await planKept(tx, ctx, fact.importId, dues)
  if (!planned.plan) throw new Refusal('Ce fichier est déjà importé.')
  const { kept, plan, bytes } = planned
  if (sha256(bytes) !== fact.fileHash || planHash(plan) !== fact.planHash)
    throw new Refusal(
      'La liste des membres a changé depuis que cet import est proposé : il n’écrirait plus la même chose. Retirez ou refusez cette reprise, relisez l’essai, puis proposez-le à nouveau.',
    )
  await writeImport(tx, ctx, { kept, plan, dues, receipts: fact.receipts, origin })
}
