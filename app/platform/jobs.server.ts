import type { Temporal } from 'temporal-polyfill'
import { machineTime } from './clock.server'
import type { Tx } from './db.server'

export type JobOptions = {
  /** not before this moment */
  runAt?: Temporal.Instant
  /** a later job with the same key replaces one that still waits */
  jobKey?: string
  /** smaller goes first among those that wait; 0 when not said */
  priority?: number
  /** 25 when not said, each later than the one before */
  maxAttempts?: number
}

/** Adds a job in the caller's transaction: none for what was rolled back, none lost. */
export async function enqueue(tx: Tx, task: string, payload: object, options: JobOptions = {}): Promise<void> {
  await enqueueMany(tx, task, [payload], options)
}

/** Adds one job for each payload, all in one statement. `jobKey` is then followed by ':' and the payload's rank. */
export async function enqueueMany(tx: Tx, task: string, payloads: object[], options: JobOptions = {}): Promise<void> {
  if (payloads.length === 0) return
  const runAt = options.runAt ? machineTime(options.runAt).toString() : null
  const keyOf = (rank: number) =>
    options.jobKey === undefined ? null : payloads.length === 1 ? options.jobKey : `${options.jobKey}:${rank}`
  const specs = JSON.stringify(payloads.map((payload, rank) => ({ payload, job_key: keyOf(rank) })))
  await tx.$executeRaw`
    select count(*) from graphile_worker.add_jobs(array(
      select row(${task}, spec.payload, null, ${runAt}::timestamptz, ${options.maxAttempts ?? null}::smallint,
                 spec.job_key, ${options.priority ?? null}::int, null)::graphile_worker.job_spec
      from json_to_recordset(${specs}::json) as spec(payload json, job_key text)))`
}
