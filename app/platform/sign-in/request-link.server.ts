import type { Temporal } from 'temporal-polyfill'
import { dateFromInstant } from '../dates'
import { transact, type Db, type Tx } from '../db.server'
import { env } from '../env.server'
import { queueMail } from '../mail/queue.server'
import { countTry, networkOf } from '../rate-limit.server'
import { newToken, sha256 } from '../secrets.server'
import { ownPath } from './own-path'

export const LINK_MINUTES = 15
const WINDOW = 15 * 60
/** A whole assembly signs in from the one network of its room, and some ask twice. */
const ASKS = { name: 'sign-in-network', points: 1_500, seconds: WINDOW }
/** Of one account, by whoever is signed in to it: what strangers ask in its name is not counted here. */
const RENEWALS = { name: 'sign-in-renewal', points: 10, seconds: WINDOW }
/** Unused links that may wait in one mailbox. Beyond, none is sent, and nothing refused: those that wait open the session. */
const MOST_WAITING = 3
/** No answer comes sooner: what an address known to us costs does not show. */
const LEAST_MS = 250

type Ground = { db: Db; now: Temporal.Instant }
type Asked = { email: string; redirectTo: unknown; clientIp: string }

/**
 * Sends a sign-in link to this address if it is known; the answer and its time are the same when it is not. Refused
 * (429) beyond 1,500 requests from a network in a quarter of an hour: never for what others have asked for this address.
 */
export async function requestLink({ db, now }: Ground, { email, redirectTo, clientIp }: Asked): Promise<void> {
  await countTry(ASKS, networkOf(clientIp))
  const least = new Promise((resolve) => setTimeout(resolve, LEAST_MS))
  const account = await db.account.findUnique({ where: { email }, select: { id: true, name: true, disabledAt: true } })
  if (account && !account.disabledAt)
    await transact(db, async (tx) => {
      if (await mailboxIsFull(tx, account.id, now)) return
      await sendLink(tx, { account: { ...account, email }, redirectTo, now, renewal: false })
    })
  await least
}

/** Sends the link by which someone already signed in proves once more who he is: 10 in a quarter of an hour. */
export async function requestRenewal(
  { db, now }: Ground,
  asked: { accountId: string; redirectTo: unknown },
): Promise<void> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: asked.accountId },
    select: { id: true, name: true, email: true },
  })
  await countTry(RENEWALS, account.id)
  await transact(db, (tx) => sendLink(tx, { account, redirectTo: asked.redirectTo, now, renewal: true }))
}

/** Asks for one account wait for each other, so that none is counted too late. */
async function mailboxIsFull(tx: Tx, accountId: string, now: Temporal.Instant): Promise<boolean> {
  await tx.$queryRaw`select 1 from "Account" where "id" = ${accountId}::uuid for no key update`
  const waiting = await tx.signInLink.count({
    where: { accountId, consumedAt: null, expiresAt: { gt: dateFromInstant(now) } },
  })
  return waiting >= MOST_WAITING
}

type Link = {
  account: { id: string; name: string; email: string }
  redirectTo: unknown
  now: Temporal.Instant
  renewal: boolean
}

async function sendLink(tx: Tx, { account, redirectTo, now, renewal }: Link): Promise<void> {
  const token = newToken()
  await tx.signInLink.create({
    data: {
      tokenHash: sha256(token),
      accountId: account.id,
      redirectTo: ownPath(redirectTo),
      createdAt: dateFromInstant(now),
      expiresAt: dateFromInstant(now.add({ minutes: LINK_MINUTES })),
    },
  })
  const association = await tx.association.findUnique({ where: { id: 1 }, select: { name: true } })
  await queueMail(
    tx,
    {
      template: 'sign-in',
      props: {
        associationName: association?.name ?? 'Votre association',
        name: account.name,
        url: `${env().PUBLIC_URL}/connexion/${token}`,
        expiresInMinutes: LINK_MINUTES,
        renewal,
      },
      to: { address: account.email, name: account.name },
      accountId: account.id,
    },
    now,
  )
}
