import { demandAsAnnounced, firstAdmission, planHash, type Confirmation } from '~/members/import/announced.server'
import { planKept } from '~/members/import/plan-kept.server'
import { repriseWaitingFor } from '~/members/import/waiting-reprise.server'
import type { Citation } from '~/members/register/citation.form'
import { namesOf } from '~/members/identity/names'
import { demandPower } from '~/platform/demand-power.server'
import type { Context } from '~/platform/context'
import { Refusal } from '~/platform/refusal'
import { sha256 } from '~/platform/secrets.server'
import { proposeReprise } from '../reprises/propose-reprise.server'
import { duesSideFor } from './dues-side.server'

/** Names that whoever signs reads at once. */
const NAMES = 20

/**
 * 6.2-a: once the installation is closed, proposes that the members of a kept file enter by a reprise, with the act that is cited:
 * nothing is written before another officer signs. Returns the id of the reprise; pressed twice, the same. Refused (409): as for
 * `applyImport`, a file already imported, or one that makes nobody enter; and whatever `proposeReprise` refuses.
 */
export async function proposeImport(ctx: Context, confirmation: Confirmation, citation: Citation): Promise<string> {
  demandPower(ctx, 'members.write')
  const { importId, receipts = false } = confirmation
  const waiting = await repriseWaitingFor(ctx.db, importId)
  if (waiting) return waiting
  const dues = duesSideFor(ctx)
  const planned = await planKept(ctx.db, ctx, importId, dues)
  if (!planned.plan) throw new Refusal('Ce fichier est déjà importé.')
  const { kept, plan, bytes } = planned
  demandAsAnnounced(plan, confirmation)
  const firstDay = firstAdmission(plan)
  if (firstDay === null) throw new Refusal('Ce fichier ne fait entrer personne : importez-le directement.')
  const { create, change, refused, asked } = plan.counts
  const fact = {
    kind: 'import' as const,
    importId,
    fileName: kept.fileName,
    fileHash: sha256(bytes),
    planHash: planHash(plan),
    create,
    change,
    left: refused + asked,
    firstDay,
    names: plan.creations.slice(0, NAMES).map((member) => namesOf({ ...member, number: 0 }).label),
    withDues: dues !== null,
    receipts,
    paid: plan.dues?.paid ?? 0,
    paidCents: plan.dues?.paidCents ?? 0,
  }
  return proposeReprise(ctx, { facts: [fact], citation })
}
