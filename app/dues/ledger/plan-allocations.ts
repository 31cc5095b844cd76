/** A line of a payment: what was meant, what it has already given, what its dues still lacks (integer cents). */
export type PlannedLine = {
  duesId: string
  amountCents: number
  givenCents: number
  lackingCents: number
  /** a refund was asked for this line */
  refundFirst: boolean
}

/**
 * What each dues receives (positive) or gives back (negative) so that a payment uses no more than `netCents`, its money
 * received and neither refunded nor contested. Giving goes in the order of the lines, never beyond a line nor beyond
 * what its dues lacks; taking back begins with the lines refunded, then with the last. Cents that no line can use stay over.
 */
export function planAllocations(netCents: number, lines: readonly PlannedLine[]): Map<string, number> {
  const given = lines.reduce((sum, line) => sum + line.givenCents, 0)
  return netCents < given ? takeBack(given - netCents, lines) : give(netCents - given, lines)
}

function give(cents: number, lines: readonly PlannedLine[]): Map<string, number> {
  const ordered = [...lines.filter((line) => !line.refundFirst), ...lines.filter((line) => line.refundFirst)]
  return share(cents, ordered, (line) => Math.min(line.amountCents - line.givenCents, line.lackingCents), 1)
}

function takeBack(cents: number, lines: readonly PlannedLine[]): Map<string, number> {
  const lastFirst = lines.toReversed()
  const ordered = [...lastFirst.filter((line) => line.refundFirst), ...lastFirst.filter((line) => !line.refundFirst)]
  return share(cents, ordered, (line) => line.givenCents, -1)
}

function share(
  cents: number,
  lines: readonly PlannedLine[],
  most: (line: PlannedLine) => number,
  sign: 1 | -1,
): Map<string, number> {
  const shares = new Map<string, number>()
  let left = cents
  for (const line of lines) {
    const part = Math.min(left, Math.max(0, most(line)))
    if (part > 0) shares.set(line.duesId, sign * part)
    left -= part
  }
  return shares
}
