import * as z from 'zod'
import { days, listOf, months, name } from './schema-parts'
import { majorityRequirement, quorumRequirement } from './schema-requirement'

const notice = z.strictObject({ days, clear: z.boolean() })

const remoteVote = z.strictObject({
  article: name,
  mode: z.enum(['live', 'window']),
  hours: z.int().min(0).max(8_760).nullish(),
  countsInQuorum: z.boolean(),
})

const secondSession = z.strictObject({
  withinDays: days.nullable(),
  notBeforeDays: days.nullable(),
  notice,
  quorum: listOf(quorumRequirement),
  majority: listOf(majorityRequirement, 1),
})

const shared = {
  perYear: z.int().min(0).max(366),
  notice,
  proxies: z.boolean(),
  remoteVote: remoteVote.nullable(),
  quorum: listOf(quorumRequirement),
  majority: listOf(majorityRequirement, 1),
  castingVote: z.enum(['none', 'president', 'president-open-ballot']),
  secondSession: secondSession.nullable(),
}

const body = z.strictObject(shared)

/** The three bodies of the statutes; only the ordinary assembly has a season. */
export const bodies = z.strictObject({
  bureau: body,
  ago: z.strictObject({ ...shared, withinMonthsOfYearEnd: months }),
  age: body,
})

export type Body = z.output<typeof body>
export type BodyKey = keyof z.output<typeof bodies>
export type Notice = z.output<typeof notice>
export type SecondSession = z.output<typeof secondSession>
export type RemoteVote = z.output<typeof remoteVote>
