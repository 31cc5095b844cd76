import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import { pool } from '~/platform/db.server'
import { log } from '~/platform/log.server'

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const

/** What is done by the clock, in UTC; nothing is caught up after a stop, but the last night of the dues. */
const crontab = [
  '* * * * * open-online-voting ?max=1&jobKey=open-online-voting',
  '*/5 * * * * fetch-bounces ?max=1&jobKey=fetch-bounces',
  '*/10 * * * * requeue-mails ?max=1&jobKey=requeue-mails',
  '5 0 * * * membership-day ?max=3&jobKey=membership-day',
  '30 3 * * * dues-night ?fill=1d&max=3&jobKey=dues-night',
  '*/5 * * * * stripe-catch-up ?max=1&jobKey=stripe-catch-up',
  '40 1 * * * reconcile-stripe ?max=3&jobKey=reconcile-stripe',
  '45 2 * * * retention-night ?max=3&jobKey=retention-night',
  '17 2 * * * prune-sign-in ?max=3&jobKey=prune-sign-in',
]

/** Runs the jobs until `stop()`. Each job belongs to one of the processes on this database, never to two. */
export function startWorker(tasks: TaskList): Promise<Runner> {
  return run({
    pgPool: pool(),
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 5_000,
    taskList: tasks,
    crontab: crontab.join('\n'),
    logger: new Logger((scope) => (level, message) => {
      log()[LEVELS[level]]({ task: scope.taskIdentifier, job: scope.jobId }, message)
    }),
  })
}
