import type { Context } from '~/platform/context'
import { renderPdf } from '~/platform/pdf/render.server'
import { notFound } from '~/platform/refusal'
import { handledLetters, readsLetter } from './letter-access.server'
import { readLetterBody } from './letter-body'

const MENTIONS = {
  POSTAL: 'Lettre recommandée avec avis de réception',
  ELECTRONIC: 'Lettre recommandée électronique avec avis de réception',
} as const

/** A letter ready to print; read by whoever handles it, and by the member, even gone since, once it is posted. 404 for the others. */
export async function letterFile(ctx: Context, letterId: string) {
  const letter = await ctx.db.registeredLetter.findUnique({ where: { id: letterId } })
  if (!letter || !(await readsLetter(ctx, letter))) throw notFound()
  return { bytes: await render([letter]), fileName: `lettre-${letter.kind}.pdf` }
}

/** All that is to be posted, in one file to print, but for what goes by an electronic letter. 404 when there is nothing. */
export async function lettersToPost(ctx: Context) {
  const { kinds, ids } = await handledLetters(ctx.db, ctx)
  const letters = await ctx.db.registeredLetter.findMany({
    where: { OR: [{ kind: { in: kinds } }, { id: { in: ids } }], depositedOn: null, channel: 'POSTAL' },
    orderBy: { id: 'asc' },
    take: 200,
  })
  if (letters.length === 0) throw notFound()
  return { bytes: await render(letters), fileName: 'lettres-a-poster.pdf' }
}

async function render(letters: { body: unknown; channel: keyof typeof MENTIONS }[]): Promise<Buffer> {
  const { LettersPdf } = await import('./letter.pdf')
  const sheets = letters.map(({ body, channel }) => ({ body: readLetterBody(body), mention: MENTIONS[channel] }))
  return renderPdf(<LettersPdf title={sheets[0]?.body.subject ?? 'Lettre'} letters={sheets} />)
}
