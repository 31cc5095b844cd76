import type { JobHelpers, TaskList } from 'graphile-worker'
import { z } from 'zod'
import { openDueOnlineVoting } from '~/ballots/open-online-voting.server'
import { followAppealMeetings } from '~/discipline/appeals/follow-meetings.server'
import { runMembershipDay } from '~/membership/leaving/membership-day.server'
import { runDuesNight } from '~/dues/ladder/run-dues-night.server'
import { conveneNewcomersTonight } from '~/meetings/convene/convene-newcomers.server'
import { withheldMail } from '~/meetings/convene/withhold-mail.server'
import { tellDuesRights } from '~/meetings/tell-dues-rights.server'
import { runRemovalsNight } from '~/meetings/removals/removals-night.server'
import { PAPERS } from '~/dues/receipts/papers.server'
import { catchUpEvents } from '~/dues/stripe/catch-up.server'
import { processEvent } from '~/dues/stripe/process-event.server'
import { reconcile } from '~/dues/stripe/reconcile.server'
import { runRetentionNight } from '~/personal-data/retention/run-retention-night.server'
import { publishMinutes } from '~/minutes/publish-minutes.server'
import { now } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { allOf } from '~/platform/each-alone.server'
import { fetchBounces } from '~/platform/mail/bounces.server'
import { deliverMail } from '~/platform/mail/deliver.server'
import { requeueMails } from '~/platform/mail/requeue.server'
import { pruneSignIn } from '~/platform/sign-in/prune.server'

const isLast = ({ job }: JobHelpers) => job.attempts >= job.max_attempts

const day = z.iso.date().nullable()
const duesChanges = z.object({
  changes: z.array(z.object({ memberId: z.uuid(), year: z.int(), before: day, after: day })),
})

/** What the worker knows how to do, by the name that `enqueue` gives. */
export const tasks: TaskList = {
  'deliver-mail': async (payload, helpers) => {
    const { mailId } = z.object({ mailId: z.uuid() }).parse(payload)
    const ctx = { db: db(), now: await now(), actor: null }
    await deliverMail(mailId, { last: isLast(helpers), papers: PAPERS, withheld: (id) => withheldMail(ctx, id) })
  },
  'requeue-mails': async () => {
    await requeueMails()
  },
  'fetch-bounces': async () => {
    await fetchBounces()
  },
  'publish-minutes': async (payload) => {
    const { minutesId } = z.object({ minutesId: z.uuid() }).parse(payload)
    await publishMinutes(db(), minutesId, await now())
  },
  'open-online-voting': async () => {
    await openDueOnlineVoting({ db: db(), now: await now(), actor: null })
  },
  'membership-day': async () => {
    const ctx = { db: db(), now: await now(), actor: null }
    await allOf('membership-day', {
      departures: () => runMembershipDay(ctx),
      appeals: () => followAppealMeetings(ctx),
      newcomers: () => conveneNewcomersTonight(ctx),
    })
  },
  'dues-night': async () => {
    const ctx = { db: db(), now: await now(), actor: null }
    await allOf('dues-night', { dues: () => runDuesNight(ctx), removals: () => runRemovalsNight(ctx) })
  },
  'dues-changed': async (payload) => {
    const { changes } = duesChanges.parse(payload)
    await tellDuesRights({ db: db(), now: await now(), actor: null }, changes)
  },
  'stripe-event': async (payload) => {
    const { eventId } = z.object({ eventId: z.string() }).parse(payload)
    await processEvent({ db: db(), now: await now(), actor: null }, eventId)
  },
  'stripe-catch-up': async () => {
    await catchUpEvents({ db: db(), now: await now(), actor: null })
  },
  'reconcile-stripe': async () => {
    await reconcile({ db: db(), now: await now(), actor: null })
  },
  'retention-night': async () => {
    await runRetentionNight({ db: db(), now: await now(), actor: null })
  },
  'prune-sign-in': async () => {
    await pruneSignIn()
  },
}
