/** Codes by which PostgreSQL (and Prisma) say « begin this transaction again »: serialization failure, deadlock. */
const CONFLICTS = new Set(['40001', '40P01', 'P2034'])

/** Whether this error, or one it wraps, asks for the transaction to be begun again. */
export function isConflict(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const fields: Record<string, unknown> = { ...error }
  const codes = [fields.code, fields.originalCode, fields.kind === 'TransactionWriteConflict' ? '40001' : undefined]
  if (codes.some((code) => typeof code === 'string' && CONFLICTS.has(code))) return true
  const inner = [fields.meta, fields.driverAdapterError, error instanceof Error ? error.cause : fields.cause]
  return inner.some((each) => isConflict(each, depth + 1))
}
