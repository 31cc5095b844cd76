import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '~/platform/env.server'
import { CHOICES, type Choice } from '../../choices'

const NONCE = 12
const TAG = 16

const keys = new Map<string, Buffer>()

/** The key of one ballot. It comes from a secret that the database does not hold. */
function keyOf(resolutionId: string): Buffer {
  const known = keys.get(resolutionId)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', env().BALLOT_SECRET, resolutionId, 'sealed-vote', 32))
  if (keys.size > 100) keys.clear()
  keys.set(resolutionId, key)
  return key
}

/** A choice under AES-256-GCM: 29 bytes whatever the choice, bound to its ballot and to its row. */
export function seal(resolutionId: string, sealId: string, choice: Choice): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(resolutionId), nonce)
  cipher.setAAD(Buffer.from(resolutionId + sealId))
  const box = cipher.update(Buffer.of(CHOICES.indexOf(choice)))
  return Buffer.concat([nonce, box, cipher.final(), cipher.getAuthTag()])
}

/** Throws when the box was altered, or moved from another row or ballot. */
export function unseal(resolutionId: string, sealId: string, box: Uint8Array): Choice {
  const bytes = Buffer.from(box)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(resolutionId), bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  })
  decipher.setAAD(Buffer.from(resolutionId + sealId))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()])
  const choice = CHOICES[plain[0] ?? -1]
  if (choice === undefined || plain.length !== 1) throw new Error('a sealed vote holds no choice')
  return choice
}
