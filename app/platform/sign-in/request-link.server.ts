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
const PER_ADDRESS = { name: 'sign-in-address', points: 5, seconds: WINDOW }
/** A whole assembly signs in from the one network of its room. */
export const PER_NETWORK = { name: 'sign-in-network', points: 300, seconds: WINDOW }
/** No answer comes sooner: what an address known to us costs does not show. */
const LEAST_MS = 250

type Ground = { db: Db; now: Temporal.Instant }
type Asked = { email: string; redirectTo: unknown; clientIp: string }

/**
 * Sends a sign-in link to this address if it is known; the answer and its time are the same when it is not. Refused
 * (429) beyond 5 requests for an address, or 300 from a network, in a quarter of an hour.
 */
export async function requestLink({ db, now }: Ground, { email, redirectTo, clientIp }: Asked): Promise<void> {
  await countTry(PER_NETWORK, networkOf(clientIp))
  await countTry(PER_ADDRESS, email)
  const least = new Promise((resolve) => setTimeout(resolve, LEAST_MS))
  const account = await db.account.findUnique({ where: { email }, select: { id: true, name: true, disabledAt: true } })
  if (account && !account.disabledAt)
    await transact(db, (tx) => sendLink(tx, { account: { ...account, email }, redirectTo, now, renewal: false }))
  await least
}

/** Sends the link by which someone already signed in proves once more who he is. Same limit per address. */
export async function requestRenewal(
  { db, now }: Ground,
  asked: { accountId: string; redirectTo: unknown },
): Promise<void> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: asked.accountId },
    select: { id: true, name: true, email: true },
  })
  await countTry(PER_ADDRESS, account.email)
  await transact(db, (tx) => sendLink(tx, { account, redirectTo: asked.redirectTo, now, renewal: true }))
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
