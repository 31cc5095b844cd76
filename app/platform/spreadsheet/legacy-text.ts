import iconv from 'iconv-lite'

/** The alphabets of one byte a sign that French files are met in. */
export const LEGACY = {
  'windows-1252': 'Windows-1252',
  'iso-8859-15': 'ISO-8859-15',
  macintosh: 'Mac Roman',
  cp850: 'CP850 (MS-DOS)',
} as const
export type Legacy = keyof typeof LEGACY
export const LEGACIES = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const satisfies Legacy[]

export const decodeLegacy = (bytes: Uint8Array, encoding: Legacy): string => iconv.decode(Buffer.from(bytes), encoding)

/**
 * How much a text looks French where it is not ASCII: letters with accents where they stand in words count for it, capitals
 * inside words, low quotes, controls and drawings against it. `doubts`: how many signs count against.
 */
export function plausibility(text: string): { score: number; doubts: number } {
  let score = 0
  let doubts = 0
  for (const { index, 0: sign } of text.matchAll(/[^\u0000-\u007f]/gu)) {
    const worth = worthOf(sign, text[index - 1] ?? ' ', text[index + sign.length] ?? ' ')
    score += worth
    if (worth < 0) doubts += 1
  }
  return { score, doubts }
}

const isLetter = (sign: string) => /\p{L}/u.test(sign)
const isLower = (sign: string) => /\p{Ll}/u.test(sign)
const isUpper = (sign: string) => /\p{Lu}/u.test(sign)

function worthOf(sign: string, before: string, after: string): number {
  if (/[éèêëàâçîïôùûœ]/.test(sign)) return isUpper(after) ? -1 : 2
  if (isUpper(sign)) {
    if (isLower(after) && isLetter(before)) return -3
    return /[ÉÈÊËÀÂÇÎÏÔÙÛŒÆ]/.test(sign) ? 1 : 0.2
  }
  if (/[’]/.test(sign)) return isLetter(before) && isLetter(after) ? 2 : 0.2
  if (/[«»“”‘–—…°€\u00a0\u202f\u2009\u2010\u2011]/.test(sign)) return isLetter(before) && isLetter(after) ? -0.5 : 1
  if (/\p{M}/u.test(sign)) return 0.5
  if (/[\u00df-\u017f\u1ea0-\u1eff]/.test(sign)) return isUpper(before) && isUpper(after) ? -1 : 0.5
  if (isLetter(sign) && !/[ƒˆªº]/.test(sign)) return 0.1
  if (/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/.test(sign)) return 0
  if (/[²³·•№×½¼¾±§®©™£º]/.test(sign)) return isLetter(before) && isLetter(after) ? -2 : 0
  return /[\ufffd\u0080-\u009f]/.test(sign) ? -4 : -2
}

/** The reading that looks most French; the first of two as good. */
export function mostPlausible<T extends { text: string }>(
  readings: readonly [T, ...T[]],
): T & { score: number; doubts: number } {
  const judged = readings.map((reading) => ({ ...reading, ...plausibility(reading.text) }))
  const [first, ...others] = judged as [(typeof judged)[0], ...typeof judged]
  return others.reduce((best, each) => (each.score > best.score ? each : best), first)
}
