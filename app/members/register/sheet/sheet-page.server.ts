import { data } from '@remix-run/node'
import { z } from 'zod'
import type { Context } from '~/platform/context'
import { memberSheet, type MemberSheet } from './member-sheet.query.server'

/** The sheet named by an address; 404 when there is none. */
export async function sheetOr404(ctx: Context, id: string | undefined): Promise<MemberSheet> {
  const known = z.uuid().safeParse(id)
  const sheet = known.success ? await memberSheet(ctx, known.data) : null
  if (!sheet) throw data(null, { status: 404 })
  return sheet
}
