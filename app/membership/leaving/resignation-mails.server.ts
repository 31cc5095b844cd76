import { association } from '~/association/in-force.server'
import { recipients } from '~/meetings/convene/recipients.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { queueMail, queueMails } from '~/platform/mail/queue.server'
import { euros, frenchDate } from '~/ui/format'
import { officersToTell } from '../tell-officers.server'
import type { Left } from './what-is-left.server'

type Facts = {
  memberId: string
  channel: 'online' | 'mail' | 'letter' | 'registered-letter'
  receivedOn: string
  on: string
  left: Left
}

const CHANNELS: Record<Facts['channel'], string> = {
  online: 'depuis votre espace',
  mail: 'par courriel',
  letter: 'par lettre',
  'registered-letter': 'par lettre recommandée',
}

/** Tells the member that the resignation is recorded, since when, and what he still owes. Nothing when he has no address. */
export async function mailAcknowledgement(tx: Tx, ctx: Context, facts: Facts): Promise<void> {
  const { memberId, channel, receivedOn, on, left } = facts
  const { name, email } = await association(tx)
  const [person] = await recipients(tx, { memberIds: [memberId], body: 'bureau', on: parisDate(ctx.now) })
  if (person?.channel !== 'MAIL') return
  await queueMail(
    tx,
    {
      template: 'resignation-received',
      props: {
        associationName: name,
        name: person.name,
        forBody: person.forBody,
        received: `${frenchDate(receivedOn)}, ${CHANNELS[channel]}`,
        endsOn: frenchDate(on),
        ahead: on > parisDate(ctx.now),
        dues: left.dues.map(({ year, cents }) => ({ year, amount: euros(cents) })),
        offices: left.offices,
        contact: email,
      },
      to: { address: person.address, name: person.name },
      accountId: person.accountId,
    },
    ctx.now,
  )
}

/** Tells the President and the secretary that a member resigned from his own page. */
export async function mailNotice(tx: Tx, ctx: Context, facts: Facts & { label: string; text: string }): Promise<void> {
  const { memberId, label, text, on, left } = facts
  const { name } = await association(tx)
  const officers = await officersToTell(tx, ctx, { except: memberId })
  const mails = officers.map((envelope) => ({
    template: 'resignation-notice' as const,
    props: {
      associationName: name,
      name: envelope.to.name,
      member: label,
      on: frenchDate(on),
      text: text || null,
      dues: left.dues.map(({ year, cents }) => ({ year, amount: euros(cents) })),
      offices: left.offices,
      proxies: left.proxies,
      url: `${env().PUBLIC_URL}/membres/${memberId}`,
    },
    ...envelope,
  }))
  await queueMails(tx, mails, ctx.now)
}
