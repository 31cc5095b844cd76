import { createHash, createHmac, randomBytes } from 'node:crypto'
import { env } from './env.server'

/** 32 random bytes for a link or a cookie; only its SHA-256 is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex')
}

/** A code that only this association can make, for a purpose and its parts (a member's code at the door, …). */
export function purposeCode(purpose: string, ...parts: string[]): string {
  return createHmac('sha256', env().APP_SECRET)
    .update([purpose, ...parts].join('\n'))
    .digest('base64url')
    .slice(0, 22)
}
