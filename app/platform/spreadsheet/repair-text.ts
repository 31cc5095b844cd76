import iconv from 'iconv-lite'

/**
 * UTF-8 that a program took for one of these alphabets and wrote as UTF-8 again: « HÃ©lÃ¨ne », « H√©l√®ne », « H├®l├¿ne ». The
 * first signs of such a sequence are never written before the others in any language of Europe.
 */
const TWICE = [
  { encoding: 'windows-1252', two: 'ÂÃÄÅ', three: 'â' },
  { encoding: 'macintosh', two: '¬√ƒ≈', three: '‚' },
  { encoding: 'cp850', two: '┬├─┼', three: 'Ô' },
].map(({ encoding, two, three }) => ({
  encoding,
  sequence: new RegExp(`[${two}][^\\u0000-\\u007f]|${three}[^\\u0000-\\u007f]{2}`, 'gu'),
}))

const EUROPEAN = /^[\u00a0-\u017f\u2010-\u2026\u202f\u20ac]$/

/** The text with its twice encoded sequences read as they were meant; the same text when it has none. */
export function repairTwiceEncoded(text: string): string {
  return TWICE.reduce(
    (said, { encoding, sequence }) => said.replace(sequence, (found) => meant(found, encoding) ?? found),
    text,
  )
}

function meant(found: string, encoding: string): string | null {
  const bytes = Buffer.concat([...found].map((sign) => byteOf(sign, encoding)))
  if (bytes.length !== found.length) return null
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return EUROPEAN.test(read) ? read : null
  } catch {
    return null
  }
}

/** Programs keep as they are the bytes that Windows-1252 leaves empty. */
const byteOf = (sign: string, encoding: string): Buffer =>
  /[\u0080-\u009f]/.test(sign) ? Buffer.from([sign.charCodeAt(0)]) : iconv.encode(sign, encoding)
