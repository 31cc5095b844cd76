const NOWHERE = 'https://own.invalid'

/**
 * The path to go to once signed in: only one of this site, « / » for anything else (another site, « //elsewhere »,
 * « /\elsewhere », a control character) and for the sign-in pages themselves.
 */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.length > 1_000) return '/'
  if (!URL.canParse(wanted, NOWHERE)) return '/'
  const url = new URL(wanted, NOWHERE)
  if (url.origin !== NOWHERE || url.pathname.startsWith('//')) return '/'
  if (/^\/(connexion|deconnexion)(\/|$)/.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
