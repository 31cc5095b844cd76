import { Logger, run } from 'graphile-worker'
import { z } from 'zod'
import { pool } from '~/platform/db.server'
import { deliverMail } from '~/platform/mail/deliver.server'

/** A worker in a process of its own, made to be killed: it sends the messages of the outbox and does nothing else. */
await run({
  pgPool: pool(),
  concurrency: 3,
  noHandleSignals: true,
  pollInterval: 300,
  logger: new Logger(() => () => {}),
  taskList: {
    'deliver-mail': async (payload) => {
      const { mailId } = z.object({ mailId: z.uuid() }).parse(payload)
      await deliverMail(mailId)
    },
  },
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
