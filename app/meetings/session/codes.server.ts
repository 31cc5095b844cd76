import { timingSafeEqual } from 'node:crypto'
import QRCode from 'qrcode'
import { env } from '~/platform/env.server'
import { purposeCode } from '~/platform/secrets.server'

/** The code by which the desk finds a member: his for this meeting, made from the secret of the association, stored nowhere. */
export const personalCode = (meetingId: string, memberId: string): string =>
  purposeCode('presence', meetingId, memberId)

/** The member whose code this is, or null. */
export function memberOfCode(meetingId: string, memberIds: readonly string[], code: string): string | null {
  const given = Buffer.from(code)
  const same = (memberId: string) => {
    const own = Buffer.from(personalCode(meetingId, memberId))
    return own.length === given.length && timingSafeEqual(own, given)
  }
  return memberIds.find(same) ?? null
}

/** Opens the member's line at the desk, when somebody of the desk reads it. */
export const deskAddress = (meetingId: string, memberId: string): string =>
  `${env().PUBLIC_URL}/assemblees/${meetingId}/emargement?code=${personalCode(meetingId, memberId)}`

/** Opens one's own attendance with the figures of the room filled in. */
export const roomAddress = (meetingId: string, roomCode: string): string =>
  `${env().PUBLIC_URL}/assemblees/${meetingId}/presence?salle=${roomCode}`

/** The address people type when their phone reads no QR code. */
export const spokenAddress = (): string => env().PUBLIC_URL.replace(/^https?:\/\//, '')

/** A QR code as SVG, without size: the page gives it one. */
export const qrSvg = (text: string): Promise<string> =>
  QRCode.toString(text, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
