import * as z from 'zod'
import { bodies } from './schema-body'
import { civilDate, count, days, dictionaryOf, listOf, monthAndDay, months, name, names, organ } from './schema-parts'
import { electionRequirement } from './schema-requirement'

const category = z.strictObject({
  label: name,
  voices: z.int().min(0).max(1_000_000),
  mayVote: z.boolean(),
  countsInQuorum: z.boolean(),
  paysDues: z.boolean(),
  mayHoldOffice: z.boolean(),
  proxies: z.strictObject({ max: count.nullable(), maxVoices: count.nullable(), from: names }),
})

const votingRight = z.strictObject({
  unpaidDues: z.enum(['votes', 'attends', 'excluded']),
  duesPaidBeforeDays: days,
  seniority: z.strictObject({ months, strict: z.boolean() }),
})

const elections = z.strictObject({
  secret: z.boolean(),
  rounds: listOf(electionRequirement, 1),
  tie: listOf(z.enum(['new-ballot', 'older', 'lots', 'none'])),
  candidacyDaysBefore: dictionaryOf(days),
  noCandidate: dictionaryOf(z.enum(['oldest-founder', 'none'])),
})

const unanimityOfCategory = z.strictObject({ category: name, among: z.enum(['present-or-represented', 'all']) })
const years = z.int().min(0).max(100)

/** The three gates of the model, and the same for any category of one's own. */
const admission = z
  .object({
    active: z.strictObject({ by: organ, unanimityOf: z.enum(['all-in-office', 'present']) }),
    honorary: z.strictObject({ by: organ, annual: z.boolean() }),
    founder: z.strictObject({
      by: organ,
      annual: z.boolean(),
      from: name,
      afterYears: years,
      strict: z.boolean(),
      unanimityOf: unanimityOfCategory,
    }),
  })
  .catchall(
    z.strictObject({
      by: organ,
      annual: z.boolean().optional(),
      from: name.optional(),
      afterYears: years.optional(),
      strict: z.boolean().optional(),
      unanimityOf: z.union([z.enum(['all-in-office', 'present']), unanimityOfCategory]).optional(),
    }),
  )

/** `cpts-statutes/1`: all parameters of one association, every one of them required but what the model does not give. */
export const statutesSchema = z.strictObject({
  format: z.literal('cpts-statutes/1'),
  name,
  effectiveFrom: civilDate,
  region: names,
  fiscalYearEnd: monthAndDay,
  categories: dictionaryOf(category),
  votingRight,
  bodies,
  elections,
  offices: dictionaryOf(z.strictObject({ seats: z.int().min(1).max(1_000), required: z.boolean() })),
  termYears: z.int().min(1).max(100),
  presidentMayRevoke: z.enum(['off', 'provisional', 'final']),
  admission,
  dues: z.strictObject({
    reminders: z.int().min(0).max(100),
    daysBetweenReminders: days,
    formalNotice: z.strictObject({ registeredLetter: z.boolean(), answerDays: days }),
    removalBy: organ,
    founderUnpaidYears: years,
  }),
  discipline: z.strictObject({
    exclusionBy: organ,
    defenceDays: days,
    suspensionBy: organ,
    /** days to ask the ordinary assembly to decide again on an exclusion; absent, as in the model: no appeal */
    appealDays: days.min(1).optional(),
  }),
  spending: z.strictObject({
    investmentThresholdCents: z.int().min(0),
    atThreshold: z.enum(['assembly', 'treasurer']),
    above: z.enum(['ago', 'age', 'bureau']),
    basis: z.enum(['gross', 'net']),
    aggregateDays: days,
    gate: z.enum(['commitment', 'payment']),
    budgetOverrunPercent: z.int().min(0).max(1_000),
  }),
  accounts: z.strictObject({ openToMembersDays: days }),
  formalities: z.strictObject({ declarationMonths: months, auditorSubsidyCents: z.int().min(0) }),
})

export type Statutes = z.output<typeof statutesSchema>
export type Category = Statutes['categories'][string]
export type { Body, BodyKey, Notice, RemoteVote, SecondSession } from './schema-body'
export type { ElectionRequirement, MajorityRequirement, QuorumRequirement, Unit } from './schema-requirement'

export function categoryOf(statutes: Statutes, key: string): Category | undefined {
  return Object.hasOwn(statutes.categories, key) ? statutes.categories[key] : undefined
}
