import type { Meeting } from '~/generated/prisma/client'
import type { ProxyRefusedProps } from '../../../emails/proxy-refused.subject'
import { association } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { queueMails } from '~/platform/mail/queue.server'
import { articleOf } from '~/statutes/catalogue'
import type { Reason } from '~/statutes/ruling'
import { meetingUrl } from '../convene/mail-props.server'
import { recipients } from '../convene/recipients.server'
import { meetingName, meetingWhen } from '../meeting-words'
import type { Elector } from '../electorate.server'
import { speaksFor } from './parties'
import { saidAbsent } from './said-absent.server'

type Parties = { meeting: Meeting; giver: Elector; holder: Elector }

/** Who can be written to about a proxy: a message of service, for which an address is enough. */
async function readers(tx: Tx, ctx: Context, { meeting, giver, holder }: Parties) {
  const { name } = await association(tx)
  const people = await recipients(tx, { memberIds: [giver.id, holder.id], body: 'bureau', on: parisDate(ctx.now) })
  const common = { associationName: name, meeting: meetingName(meeting), when: meetingWhen(meeting) }
  return people
    .filter(({ channel }) => channel === 'MAIL')
    .map((person) => ({
      role: person.memberId === giver.id ? ('giver' as const) : ('holder' as const),
      common: { ...common, name: person.name, url: meetingUrl(meeting.id, `/reponse?pour=${person.memberId}`) },
      envelope: {
        to: { address: person.address, name: person.name },
        accountId: person.accountId,
        meetingId: meeting.id,
      },
    }))
}

/** Asks the holder to accept or decline. */
export async function mailOffer(tx: Tx, ctx: Context, parties: Parties): Promise<void> {
  const { giver } = parties
  const people = (await readers(tx, ctx, parties)).filter(({ role }) => role === 'holder')
  const mails = people.map(({ common, envelope }) => ({
    template: 'proxy-offered' as const,
    props: { ...common, giver: giver.label, voices: giver.voices },
    ...envelope,
  }))
  await queueMails(tx, mails, ctx.now)
}

/** Tells both what the holder answered, or that the desk entered a signed paper (`notedBy`), and the giver if the one who accepts has said that he does not come. */
export async function mailAnswer(
  tx: Tx,
  ctx: Context,
  parties: Parties,
  { accepted, notedBy }: { accepted: boolean; notedBy?: string },
): Promise<void> {
  const { giver, holder } = parties
  const mails = (await readers(tx, ctx, parties)).map(({ role, common, envelope }) => ({
    template: 'proxy-answered' as const,
    props: { ...common, role, giver: giver.label, holder: holder.label, accepted, notedBy },
    ...envelope,
  }))
  await queueMails(tx, mails, ctx.now)
  if (accepted && (await saidAbsent(tx, parties.meeting.id, [holder.id])).size > 0)
    await mailHolderAnswer(tx, ctx, parties, false)
}

/** Tells the giver that the holder does not come, or comes after all. */
export async function mailHolderAnswer(tx: Tx, ctx: Context, parties: Parties, coming: boolean): Promise<void> {
  const { holder } = parties
  const people = (await readers(tx, ctx, parties)).filter(({ role }) => role === 'giver')
  const mails = people.map(({ common, envelope }) => ({
    template: 'proxy-holder-answered' as const,
    props: { ...common, holder: holder.label, coming },
    ...envelope,
  }))
  await queueMails(tx, mails, ctx.now)
}

/** Tells the giver that his signed paper does not count, why, and what he may still do. */
export async function mailRefusal(
  tx: Tx,
  ctx: Context,
  parties: Parties,
  { reason, next }: { reason: Reason; next: ProxyRefusedProps['next'] },
): Promise<void> {
  const { holder } = parties
  const people = (await readers(tx, ctx, parties)).filter(({ role }) => role === 'giver')
  const mails = people.map(({ common, envelope }) => ({
    template: 'proxy-refused' as const,
    props: { ...common, holder: holder.label, article: articleOf(reason.rule), reason: reason.sentence, next },
    ...envelope,
  }))
  await queueMails(tx, mails, ctx.now)
}

/** Tells both that the giver took his proxy back, and who noted it where it was not himself. */
export async function mailRevocation(tx: Tx, ctx: Context, parties: Parties): Promise<void> {
  const { giver, holder } = parties
  const notedBy = speaksFor(ctx, giver.id) ? undefined : ctx.actor.name
  const mails = (await readers(tx, ctx, parties)).map(({ role, common, envelope }) => ({
    template: 'proxy-revoked' as const,
    props: { ...common, role, giver: giver.label, holder: holder.label, notedBy },
    ...envelope,
  }))
  await queueMails(tx, mails, ctx.now)
}
