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

/** Does `act` for all at once; when that fails, for each on its own, as `eachAlone` does. `act` answers how many it did. */
export async function togetherOrAlone(
  what: string,
  ids: readonly string[],
  act: (ids: readonly string[]) => Promise<number>,
): Promise<Counts> {
  try {
    return { done: await act(ids), failed: 0 }
  } catch {
    return eachAlone(what, ids, async (id) => (await act([id])) > 0)
  }
}

export type Parts = Record<string, () => Promise<unknown>>

/** Does each part of a work, by its name, each on its own: one that fails is told in the log and stops no other. */
export const eachPart = (what: string, parts: Parts): Promise<Counts> =>
  eachAlone(what, Object.keys(parts), async (name) => parts[name]?.())

/** The same, then fails if one did: its job is tried again, and no part waits for another. */
export async function allOf(what: string, parts: Parts): Promise<void> {
  const { failed } = await eachPart(what, parts)
  if (failed > 0)
    throw new Error(`${what}: ${failed} of ${Object.keys(parts).length} parts failed, each told in the log`)
}
