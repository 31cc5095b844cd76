import { canonical } from '~/platform/canonical'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal, forbidden, notFound } from '~/platform/refusal'
import { sha256 } from '~/platform/secrets.server'
import { may } from '~/platform/permissions'
import type { CorrectionBody } from './body'
import { readBody } from './read-body'

/**
 * Offers a correction for signature: a new entry that names the old one, which stays as it was signed. Returns its id.
 * Refused for minutes that are not signed (take them back to the draft) and for a correction of a correction.
 */
export async function correctMinutes(ctx: Context, input: { minutesId: string; text: string }): Promise<string> {
  if (!may(ctx.actor, 'minutes.write')) throw forbidden()
  return transact(ctx.db, async (tx) => {
    const old = await tx.minutes.findUnique({ where: { id: input.minutesId } })
    if (!old) throw notFound()
    if (old.state !== 'SIGNED' || old.number === null)
      throw new Refusal('Seul un procès-verbal signé se rectifie ; un projet se reprend.')
    const said = readBody(old.body)
    if (said.kind === 'CORRECTION') throw new Refusal('Rectifiez le procès-verbal lui-même, pas sa rectification.')
    const { id, body, bodyName, title, date } = said.meeting
    const correction: CorrectionBody = {
      format: 'cpts-minutes-correction/1',
      kind: 'CORRECTION',
      association: said.association,
      meeting: { id, body, bodyName, title, date },
      corrects: { number: old.number, bodyHash: old.bodyHash },
      text: input.text,
    }
    const text = canonical(correction)
    const created = await tx.minutes.create({
      data: {
        meetingId: old.meetingId,
        kind: 'CORRECTION',
        correctsId: old.id,
        body: text,
        bodyHash: sha256(text),
        fixedAt: dateFromInstant(ctx.now),
        fixedById: ctx.actor.accountId,
      },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'minutes.corrected',
      subject: 'Minutes',
      subjectId: created.id,
      details: { corrects: old.number },
    })
    return created.id
  })
}
