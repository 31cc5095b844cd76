import { callDues } from '~/dues/ladder/call-dues.server'
import { runDuesNight } from '~/dues/ladder/run-dues-night.server'
import { setDues } from '~/dues/set-dues.server'
import { instantOf } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { db, disconnect, transact } from '~/platform/db.server'
import { queueCircular } from '~/platform/mail/queue-circular.server'
import type { MailTemplates } from '~/platform/mail/templates.server'
import { contextFor } from '../../support/builders'
import { serve } from '../../support/ladder'
import { answer } from './handed'

/** A year of dues for everybody: opened, called, then two nights: one that reminds all, one that has nothing to do. */
const YEAR = 2028
const { member } = await db().mandate.findFirstOrThrow({ where: { office: 'treasurer' }, include: { member: true } })
const today = await contextFor(db(), { accountId: member.accountId ?? '' })
const on = (day: string): Context => ({ ...today, now: instantOf(day, '05:00') })

const opening = await timed(() =>
  transact(db(), (tx) =>
    setDues(tx, on('2028-01-03'), {
      year: YEAR,
      dueOn: '2028-03-31',
      amounts: { founder: 10_000, active: 6_000 },
      resolutionId: null,
      source: 'AGO du 10 juin 2027',
    }),
  ),
)
const calling = await timed(() => callDues(on('2028-01-04'), { year: YEAR }))
await serve(db())
await runDuesNight(on('2028-04-01'))
const reminding = await timed(() => runDuesNight(on('2028-04-15')))
const idle = await timed(() => runDuesNight(on('2028-04-16')))
const raw = await timed(copyMails)
const queueing = await timed(queueTenThousand)
const [dues, mails] = await Promise.all([db().dues.count({ where: { period: { year: YEAR } } }), db().mail.count()])
answer({ dues, mails, opening, calling, reminding, idle, raw, queueing })
await disconnect()

/** A mailing of 10,000 by itself: the messages and their jobs, in one transaction. */
async function queueTenThousand(): Promise<void> {
  const written = await db().mail.findFirstOrThrow({ where: { template: 'dues-call' } })
  const props = written.props as MailTemplates['dues-call']
  await transact(db(), (tx) =>
    queueCircular(
      tx,
      {
        template: 'dues-call',
        shared: props,
        propsOf: (own: { name: string }) => ({ ...props, ...own }),
        recipients: Array.from({ length: 10_000 }, (_, rank) => ({
          to: { address: `membre-${rank}@example.org`, name: `Mme Membre ${rank}` },
          props: { name: `Mme Membre ${rank}` },
        })),
      },
      today.now,
    ),
  )
}

/** The raw limit of a mailing: as many rows written, by one statement that computes nothing; then undone. */
async function copyMails(): Promise<void> {
  await db()
    .$transaction(async (tx) => {
      await tx.$executeRaw`
        insert into "Mail" (id, "messageId", template, props, "toAddress", "toName", subject, "queuedAt")
        select gen_random_uuid(), 'copy-' || id, template, props, "toAddress", "toName", subject, "queuedAt"
          from "Mail" where template = 'dues-call'`
      throw new Error('undone')
    })
    .catch(() => {})
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
