import { Transform } from 'node:stream'

/**
 * Passes a page on without its NUL bytes. React 18 sends its buffer of 2,048 bytes whole when the next sign, of several bytes,
 * does not fit in what is left: one to three zeros end up in the page. No page holds a NUL of its own.
 */
export const withoutNul = (): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
