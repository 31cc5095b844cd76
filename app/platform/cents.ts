import { z } from 'zod'

const message = { error: 'Écrivez un montant, par exemple 50 ou 12,50.' }

/** « 1 234,50 € » → 123450; null when it is no sum of money. Never a float. */
export function centsOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f€]/g, '')
  if (!/^\d{1,7}([.,]\d{1,2})?$/.test(bare)) return null
  const [whole = '0', part = ''] = bare.split(/[.,]/)
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** A sum typed in a form, in integer cents. */
export const cents = z.string(message).transform((text, context) => {
  const value = centsOf(text)
  if (value !== null) return value
  context.addIssue({ code: 'custom', message: message.error })
  return z.NEVER
})
