import type { Addressee } from '~/letters/addressees.server'

/** Where a message that did not arrive may leave again: the address read today, when it is not the one that failed. */
export function newAddress(failed: string, reader: Addressee | undefined): string | null {
  const now = reader?.email ?? null
  return now === failed.trim().toLowerCase() ? null : now
}
