import * as z from 'zod'
import { count, listOf, name, share } from './schema-parts'

const thresholdKeys = ['atLeast', 'moreThan', 'lessThan', 'count', 'relative'] as const

const threshold = {
  atLeast: share.optional(),
  moreThan: share.optional(),
  lessThan: share.optional(),
  count: count.optional(),
}
const relative = { relative: z.literal(true).optional() }
const unit = z.enum(['voices', 'members'])
const base = z.enum(['cast', 'voters', 'present', 'all'])
const among = listOf(name, 1).optional()

type Threshold = { [key in (typeof thresholdKeys)[number]]?: unknown }

/** Exactly one threshold: each one too many is a fault, and so is none. */
function exactlyOne(admitted: readonly (typeof thresholdKeys)[number][]) {
  return (requirement: Threshold, context: z.RefinementCtx) => {
    const found = admitted.filter((key) => requirement[key] !== undefined)
    if (found.length === 1) return
    const message = `exactement une exigence est attendue parmi ${admitted.join(', ')}`
    if (found.length === 0) context.addIssue({ code: 'custom', path: [], message })
    for (const key of found) context.addIssue({ code: 'custom', path: [key], message })
  }
}

/** Quorum: who is there, of all who may vote. « Plus de voix pour que contre » means nothing here. */
export const quorumRequirement = z
  .strictObject({ of: unit, represented: z.boolean(), among, ...threshold })
  .superRefine(exactlyOne(['atLeast', 'moreThan', 'lessThan', 'count']))

export const majorityRequirement = z
  .strictObject({ share: z.enum(['for', 'against']), of: base, unit, among, ...threshold, ...relative })
  .superRefine(exactlyOne(thresholdKeys))

/** A round of an election. `{ "relative": true }` alone: most votes, in voices. */
export const electionRequirement = z
  .strictObject({ of: base.optional(), unit: unit.optional(), ...threshold, ...relative })
  .superRefine((requirement, context) => {
    exactlyOne(thresholdKeys)(requirement, context)
    if (requirement.relative) return
    for (const key of ['of', 'unit'] as const) {
      if (requirement[key] === undefined)
        context.addIssue({ code: 'custom', path: [key], message: 'ce champ est obligatoire' })
    }
  })

export type Unit = z.output<typeof unit>
export type QuorumRequirement = z.output<typeof quorumRequirement>
export type MajorityRequirement = z.output<typeof majorityRequirement>
export type ElectionRequirement = z.output<typeof electionRequirement>
