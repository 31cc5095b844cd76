import { buildAssociation, buildMeeting, TEST_NOW, type BuiltMember } from '../../support/builders'
import { currentInstant } from '~/platform/clock.server'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Db } from '~/platform/db.server'
import { sha256 } from '~/platform/secrets.server'
import { v7 } from '~/platform/uuid.server'

export type Scene = {
  meetingId: string
  resolutionIds: string[]
  /** the token is what a browser sends in its cookie */
  voters: { memberId: string; token: string }[]
  president: string
}

/** An assembly in session where everybody is present and signed in, with as many resolutions as rounds of measures. */
export async function buildScene(db: Db, options: { voters: number; resolutions: number }): Promise<Scene> {
  const people = await buildAssociation(db, { founders: 4, actives: options.voters - 4, honorary: 0 })
  const meeting = await buildMeeting(db, people, {
    state: 'OPEN',
    resolutions: Array.from({ length: options.resolutions }, () => ({})),
  })
  const present = [...people.founders, ...people.actives]
  const since = dateFromInstant(TEST_NOW)
  await db.presence.createMany({
    data: present.map(({ id }) => ({
      meetingId: meeting.id,
      memberId: id,
      present: true,
      mode: 'IN_PERSON' as const,
      since,
    })),
  })
  const voters = await openSessions(db, present)
  await db.$executeRaw`analyze`
  return { meetingId: meeting.id, resolutionIds: meeting.resolutionIds, voters, president: voters[0]?.token ?? '' }
}

async function openSessions(db: Db, people: readonly BuiltMember[]) {
  const at = dateFromInstant(currentInstant())
  const sessions = people.map(({ id, accountId }) => ({ memberId: id, accountId, token: `bench-${v7(at.getTime())}` }))
  await db.session.createMany({
    data: sessions.map(({ accountId, token }) => ({
      tokenHash: sha256(token),
      accountId,
      device: 'mesure',
      createdAt: at,
      lastSeenAt: at,
      authenticatedAt: at,
      expiresAt: new Date(at.getTime() + 86_400_000),
    })),
  })
  return sessions.map(({ memberId, token }) => ({ memberId, token }))
}

/** Opens one resolution, and closes the one before without counting it. */
export async function openRound(db: Db, meetingId: string, resolutionId: string, secret = false): Promise<void> {
  await transact(db, async (tx) => {
    await tx.resolution.updateMany({ where: { meetingId, state: 'OPEN' }, data: { state: 'REJECTED' } })
    await tx.resolution.update({ where: { id: resolutionId }, data: { state: 'OPEN', mode: 'ELECTRONIC', secret } })
  })
}
