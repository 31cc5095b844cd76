let entries = 0

/**
 * Under what name the place where a page was left is kept. Entries of the history that the router did not make (a « # »
 * typed in the address, a link followed before the page was alive) all come as « default »: each gets a name of its own,
 * else every one of them would be sent back to where the last was left, not to its target.
 */
export function scrollKey({ key, hash }: { key: string; hash: string }): string {
  if (key !== 'default' || hash === '') return key
  entries += 1
  return `place-${entries}`
}
