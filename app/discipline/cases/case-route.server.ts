import { data } from '@remix-run/node'
import { z } from 'zod'
import { signedInContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import type { Context } from '~/platform/context'
import { casePage, type CasePage } from './case-page.query.server'

/** The case named by an address, for the actor; 404 when there is none for him. */
export async function caseOr404(ctx: Context, id: string | undefined): Promise<CasePage> {
  const known = z.uuid().safeParse(id)
  if (!known.success) throw data(null, { status: 404 })
  return orStatus(casePage(ctx, known.data))
}

/** The same, for the pages of who keeps the file; 404 for the others. */
export async function conductedCase(request: Request, id: string | undefined) {
  const ctx = await signedInContext(request)
  const page = await caseOr404(ctx, id)
  if (page.view !== 'conducts') throw data(null, { status: 404 })
  return { ctx, page }
}
