import { data as response } from '@remix-run/node'
import { association } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import type { Context } from '~/platform/context'
import { journal } from '~/platform/journal.server'
import { pdfResponse, renderPdf } from '~/platform/pdf/render.server'
import { chosenMember, myData } from './my-data.query.server'

/** One's own data as a file to keep or to hand over: JSON for machines, PDF for people. Taking it is written in the journal. */
export async function myDataFile(ctx: Context, request: Request, form: 'json' | 'pdf'): Promise<Response> {
  const { chosen } = await chosenMember(ctx, request)
  if (!chosen) throw response(null, { status: 404 })
  const data = await myData(ctx, chosen)
  await journal(ctx.db, ctx, { act: 'own-data.exported', subject: 'Member', subjectId: chosen.id, details: { form } })
  const fileName = `mes-donnees-${data.on}.${form}`
  if (form === 'json') return jsonResponse(data, fileName)
  const { MyDataPdf } = await import('./my-data.pdf')
  const home = await association(ctx.db)
  return pdfResponse(await renderPdf(<MyDataPdf data={data} letterhead={letterhead(home)} />), fileName)
}

/** Sections by their key, rows as they are: dates in ISO, money in cents. */
function jsonResponse({ sections, ...head }: Awaited<ReturnType<typeof myData>>, fileName: string): Response {
  const body = { ...head, ...Object.fromEntries(sections.map(({ key, rows }) => [key, rows])) }
  return new Response(JSON.stringify(body, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
