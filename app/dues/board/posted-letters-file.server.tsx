import { association, statutesInForce } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { renderPdf } from '~/platform/pdf/render.server'
import { forbidden, notFound } from '~/platform/refusal'
import { bankWords, duesWriter } from '../ladder/writer.server'
import { postedLetter } from './posted-letter'
import { returnedToWrite } from './returned-to-write.server'
import { lettersToWrite } from './to-write.server'

/** The calls and reminders to post, or those whose mail did not arrive, in one file to print; 404 when there is none. */
export async function postedLettersFile(ctx: Context, { returned = false } = {}) {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  const today = parisDate(ctx.now)
  const bodies = await transact(ctx.db, async (tx) => {
    const all = returned ? await returnedToWrite(tx, today) : await lettersToWrite(tx, today)
    const { statutes } = await statutesInForce(tx, today)
    const home = await association(tx)
    const { contact } = await duesWriter(tx, today)
    const shared = {
      letterhead: letterhead(home),
      town: home.town,
      email: home.email,
      phone: home.phone,
      bank: bankWords(home),
      signer: { name: contact.name, title: contact.title },
    }
    return all.filter(({ reader }) => reader.postal).map((one) => postedLetter(one, statutes, shared, today))
  })
  if (bodies.length === 0) throw notFound()
  const { LettersPdf } = await import('~/letters/letter.pdf')
  const bytes = await renderPdf(
    <LettersPdf title="Courriers à poster" letters={bodies.map((body) => ({ body, mention: '' }))} />,
  )
  return { bytes, fileName: 'courriers-cotisation.pdf' }
}
