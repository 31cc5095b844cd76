import { castVotes } from '~/ballots/cast-votes.server'
import type { Choice } from '~/ballots/choices'
import { closeBallot } from '~/ballots/close-ballot.server'
import type { ManualCount } from '~/ballots/manual-count'
import { openBallot } from '~/ballots/open-ballot.server'
import { roomVoters } from '~/ballots/room-voters.server'
import type { Db } from '~/platform/db.server'
import { voterSession, type SeedContext } from './actors'
import { accountOf, membersNamed, type Named } from './attendance'

/** Who does not vote for; everybody else in the room does. */
export type Dissent = Partial<Record<Exclude<Choice, 'FOR'>, string[]>>

const resolutionsOf = (db: Db, meetingId: string) =>
  db.resolution.findMany({ where: { meetingId }, orderBy: { number: 'asc' }, include: { meeting: true } })

async function choices(db: Db, dissent: Dissent): Promise<(memberId: string) => Choice> {
  const others = new Map<string, Choice>()
  for (const choice of ['AGAINST', 'BLANK', 'ABSTAIN'] as const)
    for (const { id } of await membersNamed(db, dissent[choice] ?? [])) others.set(id, choice)
  return (memberId) => others.get(memberId) ?? 'FOR'
}

/** One resolution voted on phones: each present member presses for himself and for those who gave him their proxy. */
export async function vote(
  chair: SeedContext,
  meetingId: string,
  number: number,
  dissent: Dissent = {},
): Promise<void> {
  const { db, now } = chair
  const resolution = (await resolutionsOf(db, meetingId)).find((each) => each.number === number)
  if (!resolution) throw new Error(`no resolution ${number}`)
  await openBallot(chair, { resolutionId: resolution.id, mode: 'ELECTRONIC', warned: true })
  const choiceOf = await choices(db, dissent)
  const cast = await db.slip.findMany({
    where: { resolutionId: resolution.id, cast: true },
    select: { memberId: true },
  })
  const rights = (await roomVoters(db, resolution)).filter(
    ({ memberId }) => !cast.some((slip) => slip.memberId === memberId),
  )
  for (const [rank, voterId] of [...new Set(rights.map((right) => right.voterId))].entries()) {
    const votes = rights
      .filter((right) => right.voterId === voterId)
      .map(({ memberId }) => ({ memberId, choice: choiceOf(memberId) }))
    await press(db, voterId, {
      meetingId,
      resolutionId: resolution.id,
      votes,
      now: now.add({ seconds: 20 + rank * 4 }),
    })
  }
  await closeBallot({ ...chair, now: now.add({ minutes: 3 }) }, { resolutionId: resolution.id })
}

type Press = {
  meetingId: string
  resolutionId: string
  votes: { memberId: string; choice: Choice }[]
  now: SeedContext['now']
}

async function press(db: Db, voterId: string, { now, ...input }: Press): Promise<void> {
  const member: Named = await db.member.findUniqueOrThrow({
    where: { id: voterId },
    select: { id: true, label: true, accountId: true, kind: true },
  })
  const sessionHash = await voterSession(db, await accountOf({ db, now }, member), now)
  const results = await castVotes({ db, now, sessionHash }, { ...input, confirmed: true })
  const lost = results.find(({ outcome }) => outcome !== 'counted')
  if (lost) throw new Error(`a vote of ${member.label} was not counted: ${JSON.stringify(lost)}`)
}

/** A few vote on line before the session, on everything that is open there (article 13.4). */
export async function voteOnline(
  db: Db,
  meetingId: string,
  names: readonly string[],
  now: SeedContext['now'],
): Promise<void> {
  const open = (await resolutionsOf(db, meetingId)).filter(({ state }) => state === 'ONLINE')
  for (const member of await membersNamed(db, names))
    for (const resolution of open)
      await press(db, member.id, {
        meetingId,
        resolutionId: resolution.id,
        votes: [{ memberId: member.id, choice: 'FOR' }],
        now,
      })
}

/** A vote by show of hands where everybody in the room is for, counted by two tellers. */
export async function voteByHands(
  chair: SeedContext,
  meetingId: string,
  number: number,
  tellers: [string, string],
): Promise<void> {
  const { db, now } = chair
  const resolution = (await resolutionsOf(db, meetingId)).find((each) => each.number === number)
  if (!resolution) throw new Error(`no resolution ${number}`)
  await openBallot(chair, { resolutionId: resolution.id, mode: 'HANDS', warned: false })
  const cast = await db.slip.findMany({
    where: { resolutionId: resolution.id, cast: true },
    select: { memberId: true },
  })
  const room = (await roomVoters(db, resolution)).filter(
    ({ memberId }) => !cast.some((slip) => slip.memberId === memberId),
  )
  const none = { against: 0, abstained: 0, blank: 0 }
  const manual: ManualCount = {
    unit: 'voices',
    voices: { for: room.reduce((sum, { voices }) => sum + voices, 0), ...none },
    members: { for: room.length, ...none },
    sheet: room.length,
    papers: null,
    tellers,
    presidentVote: 'for',
  }
  await closeBallot({ ...chair, now: now.add({ minutes: 2 }) }, { resolutionId: resolution.id, manual })
}
