/** An exact share, compared by integers and never as a float. */
export interface Fraction {
  readonly num: bigint
  readonly den: bigint
}

const pattern = /^\d{1,15}\/\d{1,15}$/

/** "2/3" → 2/3; null where the text is no fraction or its denominator is zero. */
export function parseFraction(text: string): Fraction | null {
  if (!pattern.test(text)) return null
  const [num, den] = [BigInt(text.slice(0, text.indexOf('/'))), BigInt(text.slice(text.indexOf('/') + 1))]
  return den === 0n ? null : { num, den }
}

/** For texts that the schema has already accepted. */
export function fraction(text: string): Fraction {
  const parsed = parseFraction(text)
  if (parsed === null) throw new RangeError(`not a fraction: ${text}`)
  return parsed
}

/** Sign of `part/base − share`: part·den against num·base. */
export function compareToShare(part: number, base: number, share: Fraction): -1 | 0 | 1 {
  const difference = BigInt(part) * share.den - share.num * BigInt(base)
  if (difference === 0n) return 0
  return difference > 0n ? 1 : -1
}

/** Least whole number that reaches the share of `base`. */
export function ceilOfShare(base: number, share: Fraction): number {
  return Number((share.num * BigInt(base) + share.den - 1n) / share.den)
}

/** Greatest whole number that does not pass the share of `base`. */
export function floorOfShare(base: number, share: Fraction): number {
  return Number((share.num * BigInt(base)) / share.den)
}

export function isHalf(share: Fraction): boolean {
  return share.num * 2n === share.den
}

export function isOne(share: Fraction): boolean {
  return share.num === share.den
}
