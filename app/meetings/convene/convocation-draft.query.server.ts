import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { may } from '~/platform/permissions'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { mailServerIsSet } from '~/platform/mail/mail-server.server'
import { lastSendingDay } from '~/statutes/notice'
import { votesByHead } from '~/statutes/vote-weight'
import { electorate as electorateFigures } from '~/statutes/voting-rights'
import { draftElectorate } from '../electorate.server'
import { meetingDemands } from '../prepare/demands.query.server'
import { noticeRuling } from './convene-meeting.server'
import { recipients, type Recipient } from './recipients.server'
import { isPresident, signerOf } from './signer.server'

/** What convening now would do: to whom, by which channel, under which ruling; nothing is written. */
export async function convocationDraft(ctx: Context, meeting: Meeting) {
  const date = isoDate(meeting.date)
  const [{ statutes }, electors, ruling, demands] = await Promise.all([
    statutesVersion(ctx.db, meeting.statutesId),
    draftElectorate(ctx.db, { body: meeting.body, date, statutesId: meeting.statutesId }),
    noticeRuling(ctx.db, ctx, meeting),
    meetingDemands(ctx, meeting),
  ])
  const convened = electors.filter((elector) => elector.convened)
  const people = await recipients(ctx.db, {
    memberIds: convened.map(({ id }) => id),
    body: meeting.body,
    on: parisDate(ctx.now),
  })
  const letters = people.filter(({ channel }) => channel === 'LETTER')
  return {
    ruling,
    lastDay: lastSendingDay(statutes, meeting.body, meeting.session === 2 ? 2 : 1, date),
    demands: demands.filter(({ state, key }) => state !== 'done' && key !== 'notice'),
    convened: convened.length,
    mails: people.length - letters.length,
    letters: letters.filter(({ reachable }) => reachable).map(named),
    /** neither an agreed e-mail nor a postal address */
    unreachable: letters.filter(({ reachable }) => !reachable).map(named),
    mailServer: mailServerIsSet(),
    electorate: { ...electorateFigures(electors), byHead: votesByHead(statutes, meeting.body) },
    notConvened: electors
      .filter((elector) => !elector.convened)
      .map(({ id, label, reasons }) => ({ id, label, reason: reasons[0] ?? null })),
    signer: signerOf(ctx),
    president: isPresident(ctx),
    mayConvene: may(ctx.actor, 'meetings.convene'),
  }
}

const named = ({ memberId, address }: Recipient) => ({ memberId, name: address.split('\n')[0] ?? '' })

export type ConvocationDraft = Awaited<ReturnType<typeof convocationDraft>>
