import type { z } from 'zod'
import { appendConsent } from '~/members/identity/record-consent.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import type { ownConsentForm } from './own-consent.form'
import { WORDINGS } from './wordings'

/**
 * A member gives or withdraws an agreement himself, today, in the words that he read. Refused: for somebody else or once gone
 * (404), in words that are no longer those (409). The same answer again writes nothing.
 */
export async function recordOwnConsent(ctx: Context, input: z.output<typeof ownConsentForm>): Promise<void> {
  const { memberId, kind, wording, answer: given } = input
  if (!ctx.actor.actingFor.some((own) => own.memberId === memberId)) throw notFound()
  const words = WORDINGS[kind]
  if (wording !== words.key)
    throw new Refusal('Le texte de cet accord a changé entre-temps : relisez-le, puis répondez.')
  const source = `dans son espace : « ${given ? words.given : words.withdrawn} »`
  await transact(ctx.db, (tx) =>
    appendConsent(tx, ctx, { memberId, kind, given, on: parisDate(ctx.now), source, onlyIfNew: true }),
  )
}
