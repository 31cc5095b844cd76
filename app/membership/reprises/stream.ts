/** Chained register of what was taken over under two signatures: one entry a reprise. */
export const REPRISES = 'reprises'
