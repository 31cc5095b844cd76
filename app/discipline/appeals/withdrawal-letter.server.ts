import { addressee } from '~/letters/addressees.server'
import { writeLetter } from '~/letters/write-letter.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { involvedMembers } from '../cases/involved.server'
import { letterSigner } from '../cases/letter-signer.server'
import type { LockedCase } from '../cases/lock-case.server'
import { withdrawalLetter } from './appeal-letters'

/** The letter that acknowledges a withdrawal to whoever has no address for mail; none to whoever has no postal address either. */
export async function writeWithdrawalLetter(tx: Tx, ctx: Context, found: LockedCase, on: string): Promise<void> {
  const today = parisDate(ctx.now)
  const to = await addressee(tx, found.memberId, today)
  if (!to?.postal) return
  const { appealedOn, decidedOn } = found
  await writeLetter(tx, ctx, {
    memberId: found.memberId,
    kind: 'appeal-withdrawal',
    subjectId: found.id,
    content: withdrawalLetter({
      on,
      appealedOn: appealedOn ? isoDate(appealedOn) : '',
      excludedOn: decidedOn ? isoDate(decidedOn) : '',
      signer: await letterSigner(tx, today, await involvedMembers(tx, found)),
    }),
  })
}
