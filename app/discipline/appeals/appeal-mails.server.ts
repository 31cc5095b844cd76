import { association } from '~/association/in-force.server'
import { addressee } from '~/letters/addressees.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { queueMail, queueMails } from '~/platform/mail/queue.server'
import type { MailTemplates } from '~/platform/mail/templates.server'
import { frenchDate } from '~/ui/format'
import type { AppealNewsProps } from '../../../emails/appeal-news.subject'
import type { AppealNoticeProps } from '../../../emails/appeal-notice.subject'
import { keepersToTell } from './keepers.server'

type Case = { id: string; memberId: string; recusals: { memberId: string }[] }

const pageOf = ({ id }: Case): string => new URL(`/exclusions/${id}`, env().PUBLIC_URL).href

/** Acknowledges an appeal: its day, what follows, that the exclusion stands meanwhile. Nothing to whoever has no address. */
export async function mailAcknowledgement(tx: Tx, ctx: Context, found: Case, on: string): Promise<void> {
  await mailPerson(tx, ctx, found, (common) => ({
    template: 'appeal-received',
    props: { ...common, on: frenchDate(on) },
  }))
}

/** Acknowledges a withdrawal; whether a mail leaves: nobody has to be reached by letter then. */
export async function mailWithdrawal(tx: Tx, ctx: Context, found: Case, on: string): Promise<boolean> {
  return mailPerson(tx, ctx, found, (common) => ({
    template: 'appeal-withdrawn',
    props: { ...common, on: frenchDate(on) },
  }))
}

/** Tells the person what becomes of the appeal: the meeting that hears it, or the decision. Whether a mail leaves. */
export async function mailAppealNews(
  tx: Tx,
  ctx: Context | SystemContext,
  found: Case,
  told: Pick<AppealNewsProps, 'news' | 'meeting' | 'on' | 'place'>,
): Promise<boolean> {
  return mailPerson(tx, ctx, found, (common) => ({ template: 'appeal-news', props: { ...common, ...told } }))
}

type Common = Pick<AppealNewsProps, 'associationName' | 'name' | 'body' | 'contact' | 'url'>
type ToPerson = 'appeal-received' | 'appeal-withdrawn' | 'appeal-news'
type Written = { [T in ToPerson]: { template: T; props: MailTemplates[T] } }[ToPerson]

/** One mail to the excluded person, or to whoever represents the body; whether it leaves: nobody without an address. */
async function mailPerson(
  tx: Tx,
  ctx: Context | SystemContext,
  found: Case,
  written: (common: Common) => Written,
): Promise<boolean> {
  const to = await addressee(tx, found.memberId, parisDate(ctx.now))
  if (!to?.email) return false
  const { name, email } = await association(tx)
  const common = { associationName: name, name: to.name, body: to.forBody, contact: email, url: pageOf(found) }
  const envelope = { to: { address: to.email, name: to.name }, accountId: to.accountId }
  await queueMail(tx, { ...written(common), ...envelope }, ctx.now)
  return true
}

type Notice = { news: NonNullable<AppealNoticeProps['news']>; on: string; convened?: boolean }

/** Tells who keeps the file what came of an appeal, or that its author must be written to; what it says stays in the file. */
export async function mailKeepers(
  tx: Tx,
  ctx: Context | SystemContext,
  found: Case,
  { news, on, convened }: Notice,
): Promise<void> {
  const { name } = await association(tx)
  const keepers = await keepersToTell(tx, ctx, found)
  const told = { associationName: name, news, on: frenchDate(on), convened: convened ?? false, url: pageOf(found) }
  const mails = keepers.map((envelope) => ({
    template: 'appeal-notice' as const,
    props: { ...told, name: envelope.to.name },
    ...envelope,
  }))
  await queueMails(tx, mails, ctx.now)
}
