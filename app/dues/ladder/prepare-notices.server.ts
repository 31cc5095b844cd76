import { statutesInForce } from '~/association/in-force.server'
import { writeLetter } from '~/letters/write-letter.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { demandLawful, forbidden, notFound, Refusal } from '~/platform/refusal'
import { nextStep } from '~/statutes/dues-ladder'
import type { Ruling } from '~/statutes/ruling'
import { lockDuesRows } from '../ledger/lock-dues.server'
import { noticeLetter } from './case-letters'
import { ladderFacts } from './facts.server'
import { letterFacts } from './letter-facts.server'

/** How many letters one act may prepare: what one prints in a morning. */
export const MOST_NOTICES = 200

/** 6.4-b: may the registered letter of this dues be prepared today? */
export async function judgeNotice(tx: Tx, duesId: string, today: string): Promise<Ruling> {
  const [row] = await ladderFacts(tx, [duesId], today)
  if (!row) throw notFound()
  const { statutes } = await statutesInForce(tx, today)
  const next = nextStep(statutes, row, today)
  if (next.over) throw new Refusal('La procédure de cette cotisation est close.')
  if (next.stage !== 'formal-notice') throw new Refusal('La lettre recommandée n’est pas l’étape qui vient.')
  return next.ruling
}

/**
 * 6.4-b: writes the registered letters that invite to explain, ready to be printed and posted; the step is taken on the day of
 * their deposit. All of them or none. Refused: not the treasurer (403), more than 200 at once, one whose turn has not come,
 * that money in sight holds or whose address is missing (409). Returns the ids of the letters.
 */
export async function prepareNotices(ctx: Context, duesIds: string[]): Promise<string[]> {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  if (duesIds.length > MOST_NOTICES) throw new Refusal(`Préparez ${MOST_NOTICES} lettres au plus à la fois.`)
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    await lockDuesRows(tx, duesIds)
    const written: string[] = []
    for (const duesId of duesIds) {
      demandLawful(await judgeNotice(tx, duesId, today))
      const facts = await letterFacts(tx, duesId, today)
      written.push(
        await writeLetter(tx, ctx, {
          memberId: facts.memberId,
          kind: 'dues-formal-notice',
          subjectId: duesId,
          content: noticeLetter(facts),
        }),
      )
    }
    return written
  })
}
