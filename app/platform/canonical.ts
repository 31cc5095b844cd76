import canonicalize from 'canonicalize'

/** RFC 8785 text of a value: what is hashed and kept. Cents and counts are integers, no undefined. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('only JSON values have a canonical form')
  return text
}
