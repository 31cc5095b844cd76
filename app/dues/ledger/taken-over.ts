import type { Prisma } from '~/generated/prisma/client'

/** Source of the entry of a payment made before the dues were kept here: its receipt is numbered here, and nobody is told. */
export const TAKEN_OVER = 'takeover'
/** The same, its receipt given elsewhere: none is numbered here. */
export const RECEIPTED_ELSEWHERE = 'takeover-receipted'

/** Payments made before the dues were kept here. */
export const takenOver = {
  entries: { some: { source: { in: [TAKEN_OVER, RECEIPTED_ELSEWHERE] } } },
} satisfies Prisma.PaymentWhereInput
