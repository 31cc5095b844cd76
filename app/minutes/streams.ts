/** Register of deliberations: one entry a signed set of minutes, its number is its rank (8.3-c). */
export const DELIBERATIONS = 'deliberations'
/** Seals of the files made from signed minutes: kept apart, so that deliberations are numbered without a gap. */
export const SEALS = 'seals'
