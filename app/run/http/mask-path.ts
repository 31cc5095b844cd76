const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SECRET = /^[\w-]{20,}$/

/** A path fit for the log: what may be the secret of a link becomes « … »; the ids of records stay. */
export function maskPath(path: string): string {
  return path
    .split('/')
    .map((part) => {
      const word = part.replace(/\.\w{1,5}$/, '')
      return SECRET.test(word) && !UUID.test(word) && /\d|[A-Z]/.test(word) ? '…' : part
    })
    .join('/')
}
