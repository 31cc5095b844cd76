import { createHash } from 'node:crypto'

type Telling = { on: string; label: string; cents: number }

/**
 * Each line with what tells it from all others: day, sum, label, and its rank among those of the same file that say the same.
 * The same line in two overlapping statements has one fingerprint; two equal lines of one file have two.
 */
export function withFingerprints<T extends Telling>(lines: readonly T[]): (T & { fingerprint: string })[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const same = `${line.on}|${line.cents}|${line.label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')}`
    const rank = (seen.get(same) ?? 0) + 1
    seen.set(same, rank)
    return { ...line, fingerprint: createHash('sha256').update(`${same}|${rank}`).digest('hex') }
  })
}
