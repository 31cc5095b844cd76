import type { Temporal } from 'temporal-polyfill'
import { statutesInForce } from '~/association/in-force.server'
import { demandRegion } from '~/members/identity/demand-region'
import { personLabel } from '~/members/identity/names'
import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Db, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { countTry, networkOf } from '~/platform/rate-limit.server'
import { Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { internalRulesOn } from '../internal-rules/in-force.server'
import { answersOf, type ApplicationInput } from './application.form'
import { mailAlreadyMember, mailReceived } from './application-mails.server'
import { newReference } from './reference.server'

const HOUR = 3600
/** A whole practice may apply from one network on the same evening. */
const PER_NETWORK = { name: 'application-network', points: 40, seconds: HOUR }
/** From one network: nobody shuts the door to another’s address. */
const PER_ADDRESS = { name: 'application-address', points: 5, seconds: HOUR }
/** No answer comes sooner: what an address known to us costs does not show. */
const LEAST_MS = 250

type Ground = { db: Db; now: Temporal.Instant }

/**
 * 6.2-a, 6-b: receives a request to join from somebody who has no account. The answer is the same for a member, and for whoever has
 * sent the same request already: only the mail tells. Refused: outside the region (409, art. 6), statutes or internal rules
 * that have changed since they were read (409), too many requests (429).
 */
export async function submitApplication(
  { db, now }: Ground,
  input: ApplicationInput & { clientIp: string },
): Promise<void> {
  const { clientIp, ...application } = input
  const network = networkOf(clientIp)
  await countTry(PER_NETWORK, network)
  if (application.website) return
  const email = contactOf(application)
  await countTry(PER_ADDRESS, `${network} ${email}`)
  const least = new Promise((resolve) => setTimeout(resolve, LEAST_MS))
  const ctx: SystemContext = { db, now, actor: null }
  await transact(db, (tx) => receive(tx, ctx, application, email))
  await least
}

async function receive(tx: Tx, ctx: SystemContext, input: ApplicationInput, email: string): Promise<void> {
  const today = parisDate(ctx.now)
  const { id: statutesId, statutes } = await statutesInForce(tx, today)
  const rules = await internalRulesOn(tx, today)
  if (input.statutesId !== statutesId || input.internalRulesId !== (rules?.id ?? null))
    throw new Refusal(
      'Ces textes ont changé depuis que vous avez ouvert la page : relisez-les, puis envoyez à nouveau.',
    )
  demandRegion(statutes, input.postcode)
  const label = input.kind === 'BODY' ? input.legalName : personLabel(input)
  if (input.kind === 'PERSON' && (await isMember(tx, email, today))) {
    await mailAlreadyMember(tx, ctx, { email, label })
    return
  }
  const id = v7(ctx.now.epochMilliseconds)
  const reference = newReference(Number(today.slice(0, 4)))
  const { count } = await tx.application.createMany({
    data: [
      {
        id,
        reference,
        kind: input.kind,
        answers: answersOf(input),
        label,
        email,
        commitment: input.commitment,
        statutesId,
        internalRulesId: rules?.id ?? null,
        acceptedAt: dateFromInstant(ctx.now),
        mailConsent: input.mailConsent === 'on',
        submittedAt: dateFromInstant(ctx.now),
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return
  await journal(tx, ctx, { act: 'application.received', subject: 'Application', subjectId: id })
  await mailReceived(tx, ctx, { id, reference, label, email, name: readerOf(input), body: input.kind === 'BODY' })
}

function contactOf(input: ApplicationInput): string {
  return input.kind === 'BODY' ? input.repEmail : input.email
}

/** The person who reads the answer. */
function readerOf(input: ApplicationInput): string {
  if (input.kind === 'PERSON') return personLabel(input)
  return personLabel({ civility: input.repCivility, firstName: input.repFirstName, lastName: input.repLastName })
}

async function isMember(tx: Tx, email: string, today: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ one: number }[]>`
    select 1 as one from "Member" m left join "Account" a on a.id = m."accountId"
     where m.kind = 'PERSON' and (a.email = ${email} or lower(m.email) = ${email})
       and (m."leftOn" is null or m."leftOn" > ${today}::date) limit 1`
  return found !== undefined
}
