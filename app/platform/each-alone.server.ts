import { log } from './log.server'

export type Counts = { done: number; failed: number }

/**
 * Does `act` for each id, each on its own: one that fails is told in the log and does not stop the others. `done` counts those
 * for which `act` did something (did not answer false).
 */
export async function eachAlone(
  what: string,
  ids: Iterable<string> | AsyncIterable<string>,
  act: (id: string) => Promise<unknown>,
): Promise<Counts> {
  const counts = { done: 0, failed: 0 }
  for await (const id of ids)
    try {
      if ((await act(id)) !== false) counts.done += 1
    } catch (error) {
      log().error({ err: error, id }, `${what}: one failed, the others go on`)
      counts.failed += 1
    }
  return counts
}

/** Does every part of a night's work, then fails if one did: its job is tried again, and no part waits for another. */
export async function allOf(...parts: (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const part of parts) await part().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${parts.length} parts failed`)
}
