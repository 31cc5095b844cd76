import { recordArrival } from '~/meetings/session/record-arrival.server'
import { currentRepresentatives } from '~/meetings/session/representatives.server'
import { parisDate } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { actAs, type SeedContext } from './actors'

/** A member as the seed names him: « Vasseur », « Pharmacie du Viaduc ». */
export async function memberNamed(db: Db, name: string) {
  return db.member.findFirstOrThrow({
    where: { OR: [{ lastName: name }, { legalName: name }] },
    select: { id: true, label: true, accountId: true, kind: true },
  })
}

export type Named = Awaited<ReturnType<typeof memberNamed>>

export const membersNamed = (db: Db, names: readonly string[]): Promise<Named[]> =>
  Promise.all(names.map((name) => memberNamed(db, name)))

type Moment = Pick<SeedContext, 'db' | 'now'>

/** The account that speaks for a member then: his own, or that of the legal representative. */
export async function accountOf({ db, now }: Moment, member: Named): Promise<string> {
  if (member.accountId) return member.accountId
  const [representative] = await currentRepresentatives(db, [member.id], parisDate(now))
  if (!representative?.accountId) throw new Error(`nobody signs in for ${member.label}`)
  return representative.accountId
}

export const speaksFor = async (moment: Moment, member: Named): Promise<SeedContext> =>
  actAs(moment.db, await accountOf(moment, member), moment.now)

/** A scribble that looks signed, another one for each rank. */
function signature(rank: number): string {
  const points = Array.from({ length: 26 }, (_, step) => {
    const x = 60 + step * 17 + ((rank * 13) % 40)
    const y = 100 + Math.round(52 * Math.sin(step * (0.7 + (rank % 5) * 0.13)) * Math.cos(step * 0.21 + rank))
    return `${x} ${y}`
  })
  return `M${points.join('L')}`
}

/** They come in one after the other, half a minute apart, and sign at the desk. */
export async function arrive(desk: SeedContext, meetingId: string, members: readonly Named[]): Promise<void> {
  for (const [rank, member] of members.entries()) {
    const now = desk.now.add({ seconds: rank * 30 })
    const [representative] =
      member.kind === 'BODY' ? await currentRepresentatives(desk.db, [member.id], parisDate(now)) : []
    await recordArrival(
      { ...desk, now },
      {
        meetingId,
        memberId: member.id,
        signature: signature(rank),
        ...(representative && { representative: representative.id }),
      },
    )
  }
}
