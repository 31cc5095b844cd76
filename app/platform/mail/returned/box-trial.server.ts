import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../context'
import { dateFromInstant } from '../../dates'
import { transact, type Db, type Tx } from '../../db.server'
import { env } from '../../env.server'
import { journal } from '../../journal.server'
import { bounceAddress } from '../message.server'
import { queueMail } from '../queue.server'
import { notFound, Refusal } from '../../refusal'
import { v7 } from '../../uuid.server'
import { readsReturns } from './decide-returned.server'
import { saidState } from '../said-state.server'

/** Two trials in a row would say no more than one. */
const APART = { minutes: 10 }
/** A message that left so long ago and is not in the box will not come. */
const LATE = { minutes: 15 }

/** Whether the settings name both the address of what comes back and the box where it is read. */
export const boxIsSet = (): boolean => env().MAIL_BOUNCE_ADDRESS !== undefined && env().BOUNCE_IMAP_URL !== undefined

/**
 * Writes to the box of returns, at an address such as each message gives (`bounce+<id>@…`): what comes back will take this way.
 * Refused: no such address in the settings, a trial a few minutes ago.
 */
export async function tryBox(ctx: Context): Promise<void> {
  if (!readsReturns(ctx)) throw notFound()
  if (env().MAIL_BOUNCE_ADDRESS === undefined)
    throw new Refusal('Le réglage MAIL_BOUNCE_ADDRESS du serveur est vide : aucune boîte à essayer.')
  await transact(ctx.db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('box-trial', 0))`
    const recent = { template: TRIAL, queuedAt: { gt: dateFromInstant(ctx.now.subtract(APART)) } }
    if ((await tx.mail.count({ where: recent })) > 0)
      throw new Refusal('Un essai vient de partir : attendez dix minutes avant le suivant.')
    const id = await queueTrial(tx, ctx.now)
    await journal(tx, ctx, { act: 'returns.tried', subject: 'Mail', subjectId: id })
  })
}

/** The first trial, when the association is installed: the settings are those of the day, and nobody has to think of it. */
export async function tryBoxAtSetUp(tx: Tx, now: Temporal.Instant): Promise<void> {
  if (boxIsSet()) await queueTrial(tx, now)
}

async function queueTrial(tx: Tx, now: Temporal.Instant): Promise<string> {
  const address = bounceAddress(v7(now.epochMilliseconds))
  if (address === null) throw new Error('no address of returns')
  const { name: associationName } = await tx.association.findUniqueOrThrow({ where: { id: 1 }, select: { name: true } })
  return queueMail(tx, { template: TRIAL, props: { associationName }, to: { address, name: 'Boîte des retours' } }, now)
}

const TRIAL = 'box-trial'

/** The trial that a message found in the box is, by the Message-ID that we gave it; null when it is none. */
export const trialOf = (db: Db, messageId: string | undefined) =>
  messageId === undefined ? null : db.mail.findFirst({ where: { messageId, template: TRIAL }, select: { id: true } })

export type BoxTrial =
  | { state: 'never' | 'no-address' | 'waiting' | 'on-its-way' | 'unanswered' | 'late' | 'arrived' }
  | { state: 'refused'; answer: string }

/** What the last trial has shown. */
export async function lastTrial({ db, now }: { db: Db; now: Temporal.Instant }): Promise<BoxTrial> {
  if (env().MAIL_BOUNCE_ADDRESS === undefined) return { state: 'no-address' }
  const last = await db.mail.findFirst({
    where: { template: TRIAL },
    orderBy: { id: 'desc' },
    select: {
      state: true,
      handedAt: true,
      sentAt: true,
      serverAnswer: true,
      bounceDetail: true,
      returned: { select: { id: true }, take: 1 },
    },
  })
  if (!last) return { state: 'never' }
  if (last.returned.length > 0) return { state: 'arrived' }
  if (last.state === 'QUEUED') return { state: 'waiting' }
  if (last.state === 'ACCEPTED')
    return { state: last.sentAt && last.sentAt < dateFromInstant(now.subtract(LATE)) ? 'late' : 'on-its-way' }
  if (saidState(last) === 'UNANSWERED') return { state: 'unanswered' }
  return { state: 'refused', answer: last.bounceDetail ?? last.serverAnswer ?? '' }
}
