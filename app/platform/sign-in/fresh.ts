import type { Temporal } from 'temporal-polyfill'

/** A signature asks for an identity proved less than this long ago. */
export const FRESH_MINUTES = 10

/** Whether whoever is signed in proved who he is less than 10 minutes ago. */
export function isFresh({ authenticatedAt }: { authenticatedAt: Temporal.Instant }, now: Temporal.Instant): boolean {
  const minutes = now.since(authenticatedAt).total('minutes')
  return minutes >= 0 && minutes < FRESH_MINUTES
}

/** Where one proves again who he is, and from where one comes back to `path`. */
export function renewalPath(path: string): string {
  return `/connexion?${new URLSearchParams({ vers: path, renouveler: '1' })}`
}
