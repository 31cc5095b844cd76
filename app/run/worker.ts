import { Logger, run, type Runner } from 'graphile-worker'
import { pool } from '~/platform/db.server'
import { log } from '~/platform/log.server'
import { crontab, tasks } from './tasks'

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const

/** Runs the jobs until `stop()`. Each job belongs to one of the processes on this database, never to two. */
export function startWorker(): Promise<Runner> {
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
