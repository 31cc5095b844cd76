import { association, statutesInForce } from '~/association/in-force.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { queueMail, queueMails } from '~/platform/mail/queue.server'
import { personLabel } from '~/members/identity/names'
import { euros, frenchDate } from '~/ui/format'
import { parisDate } from '~/platform/clock.server'
import { officersToTell } from '../tell-officers.server'
import type { Answers } from './application.form'
import { whoAdmits, type Admitting } from './who-admits'

type Ground = Pick<Context | SystemContext, 'now'>
export type Applicant = { label: string; email: string; answers: Answers; reference: string }

const url = (path: string) => `${env().PUBLIC_URL}${path}`

/** Acknowledges a request, and tells the officers that it came. */
export async function mailReceived(
  tx: Tx,
  ctx: Ground & (Context | SystemContext),
  sent: { id: string; reference: string; label: string; email: string; name: string; body: boolean },
): Promise<void> {
  const { id, reference, label, email, name, body } = sent
  const { name: associationName, email: contact } = await association(tx)
  const { statutes } = await statutesInForce(tx, parisDate(ctx.now))
  const admitting = whoAdmits(statutes)
  await queueMail(
    tx,
    {
      template: 'application-received',
      props: {
        associationName,
        name,
        forBody: body ? label : null,
        reference,
        contact,
        statutesUrl: url('/statuts'),
        admitting,
      },
      to: { address: email, name },
    },
    ctx.now,
  )
  const officers = await officersToTell(tx, ctx)
  const notices = officers.map((envelope) => ({
    template: 'application-notice' as const,
    props: {
      associationName,
      name: envelope.to.name,
      applicant: label,
      body,
      url: url(`/candidatures/${id}`),
      admitting,
    },
    ...envelope,
  }))
  await queueMails(tx, notices, ctx.now)
}

/** Tells a member who applied, once an hour whoever asks in his name, that he is one: the page itself said nothing of it. */
export async function mailAlreadyMember(
  tx: Tx,
  ctx: Ground,
  { email, label }: { email: string; label: string },
): Promise<void> {
  const template = 'application-already-member'
  const since = dateFromInstant(ctx.now.subtract({ hours: 1 }))
  if ((await tx.mail.count({ where: { template, toAddress: email, queuedAt: { gt: since } } })) > 0) return
  const { name: associationName, email: contact } = await association(tx)
  await queueMail(
    tx,
    {
      template,
      props: { associationName, name: label, contact, url: url('/connexion') },
      to: { address: email, name: label },
    },
    ctx.now,
  )
}

/** Tells the applicant that he is admitted: since when, what is due, how to sign in. */
export async function mailAccepted(
  tx: Tx,
  ctx: Ground,
  applicant: Applicant,
  admitted: {
    on: string
    admitting: Admitting
    category: string
    memberNumber: number
    dues: { year: number; cents: number; dueOn: string }[]
  },
): Promise<void> {
  const { name: associationName, email: contact } = await association(tx)
  const name = readerOf(applicant)
  await queueMail(
    tx,
    {
      template: 'application-accepted',
      props: {
        associationName,
        name,
        forBody: applicant.answers.kind === 'BODY' ? applicant.label : null,
        on: frenchDate(admitted.on),
        admitting: admitted.admitting,
        category: admitted.category,
        memberNumber: admitted.memberNumber,
        dues: admitted.dues.map(({ year, cents, dueOn }) => ({ year, amount: euros(cents), dueOn: frenchDate(dueOn) })),
        contact,
        url: url('/connexion'),
      },
      to: { address: applicant.email, name },
    },
    ctx.now,
  )
}

/** Tells the applicant that he is not admitted (no motive exists), or that his withdrawal is noted. */
export async function mailClosed(
  tx: Tx,
  ctx: Ground,
  applicant: Applicant,
  closed: {
    template: 'application-refused' | 'application-withdrawn'
    on: string
    erasedOn: string
    admitting: Admitting
  },
): Promise<void> {
  const { name: associationName, email: contact } = await association(tx)
  const name = readerOf(applicant)
  await queueMail(
    tx,
    {
      template: closed.template,
      props: {
        associationName,
        name,
        forBody: applicant.answers.kind === 'BODY' ? applicant.label : null,
        on: frenchDate(closed.on),
        erasedOn: frenchDate(closed.erasedOn),
        admitting: closed.admitting,
        contact,
      },
      to: { address: applicant.email, name },
    },
    ctx.now,
  )
}

function readerOf({ answers, label }: Applicant): string {
  return answers.kind === 'BODY' ? personLabel(answers.representative) : label
}
