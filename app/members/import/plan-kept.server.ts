import type { MemberImport } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import type { DuesSide } from './dues-side'
import { planImport, sourceOf, type ImportPlan } from './plan-import.server'

type Planned = { kept: MemberImport; bytes: Uint8Array; plan: ImportPlan } | { kept: MemberImport; plan: null }

/** A kept file planned again; no plan once it was applied. Refused: unknown (404), no longer kept (409). */
export async function planKept(tx: Tx, ctx: Context, importId: string, dues: DuesSide | null): Promise<Planned> {
  const kept = await tx.memberImport.findUnique({ where: { id: importId } })
  if (!kept) throw notFound()
  if (kept.appliedAt) return { kept, plan: null }
  const { bytes } = kept
  if (!bytes) throw new Refusal('Ce fichier n’est plus gardé : déposez-le à nouveau.')
  return { kept, bytes, plan: await planImport(tx, ctx, sourceOf(kept, bytes), dues) }
}
