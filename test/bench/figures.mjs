/** The value under which a share of the measures lies. */
export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export function summary(times) {
  const sorted = [...times].sort((one, other) => one - other)
  return { p50: round(percentile(sorted, 0.5)), p95: round(percentile(sorted, 0.95)) }
}

export const round = (value, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits

export const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]
