import { Logger, run } from 'graphile-worker'
import { z } from 'zod'
import { processEvent } from '~/dues/stripe/process-event.server'
import { now } from '~/platform/clock.server'
import { db, pool } from '~/platform/db.server'

/** A worker in a process of its own, made to be killed: it does events of Stripe and nothing else. */
await run({
  pgPool: pool(),
  concurrency: 3,
  noHandleSignals: true,
  pollInterval: 300,
  logger: new Logger(() => () => {}),
  taskList: {
    'stripe-event': async (payload) => {
      const { eventId } = z.object({ eventId: z.string() }).parse(payload)
      await processEvent({ db: db(), now: await now(), actor: null }, eventId)
    },
  },
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
