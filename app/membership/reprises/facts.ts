import { z } from 'zod'
import { takeOverForm } from '~/dues/take-over-period.form'
import { civilDate, identitySchema, registerSchema } from '~/members/identity/member.form'
import { endSchema, representativeSchema } from '~/members/representatives/representative.form'
import { endMandateForm, mandateForm, replacementForm } from '~/offices/delegation.form'
import { categoryForm } from '../admission/category.form'
import { departureSchema, firstDayOut, type DepartureInput } from '../leaving/departure.form'

const memberId = z.uuid({ error: 'Choisissez le membre.' })
const category = z.string({ error: 'Choisissez une catégorie.' }).min(1, { error: 'Choisissez une catégorie.' })

const mandate = z.object({ ...mandateForm.shape, endPrevious: z.boolean() }).omit({ source: true })

/** Amounts in cents, once read from what was typed in euros. */
const dues = z.object({ ...takeOverForm.shape, amounts: z.record(z.string(), z.int().min(0)) })

/**
 * What a reprise enters, by kind: as the form of the door gives it, without what is empty (`stored`), so that each is read again
 * with the schema that first read it.
 */
const factSchemas = {
  /** 6.2-a: a member admitted elsewhere */
  member: z.object({ kind: z.literal('member'), registration: registerSchema }),
  /** 6.2-a: the members of a kept file, as it was read when it was proposed; what was paid in cents */
  import: z.object({
    kind: z.literal('import'),
    importId: z.uuid(),
    fileName: z.string(),
    fileHash: z.string(),
    /** of all that it writes: the second signature writes that or nothing */
    planHash: z.string(),
    create: z.int().min(1),
    change: z.int().min(0),
    /** lines that are not taken */
    left: z.int().min(0),
    firstDay: z.iso.date(),
    /** of the first that enter, for whoever signs */
    names: z.array(z.string()),
    /** the columns of dues are read; whether their receipts are numbered here */
    withDues: z.boolean(),
    receipts: z.boolean(),
    paid: z.int().min(0),
    paidCents: z.int().min(0),
  }),
  /** 8.1-a: the sheet of an officer, whose address opens his office */
  identity: z.object({ kind: z.literal('identity'), memberId, identity: identitySchema }),
  /** 6.1-c, 6.3-a: another category */
  category: z.object({ kind: z.literal('category'), memberId, ...categoryForm.shape }),
  /** 6.2-a: a member who left, admitted again */
  return: z.object({ kind: z.literal('return'), memberId, category, on: civilDate }),
  /** 6.4-a: the end of a membership that touches an office, or a right exercised since */
  departure: z.object({ kind: z.literal('departure'), memberId, departure: departureSchema }),
  /** 6.2-d: who speaks for a body that holds an office, or has voted since */
  representative: z.object({
    kind: z.literal('representative'),
    memberId,
    representative: representativeSchema,
  }),
  /** 6.2-d: the last day of who does */
  'representative-end': z.object({ kind: z.literal('representative-end'), memberId, ...endSchema.shape }),
  /** 8.1-a: an office */
  mandate: z.object({ kind: z.literal('mandate'), mandate }),
  /** 8.1-b: the end of an office */
  'mandate-end': z.object({ kind: z.literal('mandate-end'), ...endMandateForm.shape }),
  /** 10-a: a vice-president in the place of the President */
  replacement: z.object({ kind: z.literal('replacement'), replacement: replacementForm }),
  /** 18-a: the internal rules that the Bureau approved; the text as it was kept when it was proposed */
  'internal-rules': z.object({
    kind: z.literal('internal-rules'),
    documentId: z.uuid(),
    fileName: z.string(),
    fileHash: z.string(),
    approvedOn: z.iso.date(),
    effectiveFrom: z.iso.date(),
  }),
  /** 13.2-b: the dues of a year */
  dues: z.object({ kind: z.literal('dues'), dues }),
}
export const factSchema = z.discriminatedUnion('kind', [
  factSchemas.member,
  factSchemas.import,
  factSchemas.identity,
  factSchemas.category,
  factSchemas.return,
  factSchemas.departure,
  factSchemas.representative,
  factSchemas['representative-end'],
  factSchemas.mandate,
  factSchemas['mandate-end'],
  factSchemas.replacement,
  factSchemas['internal-rules'],
  factSchemas.dues,
])
export type Fact = z.output<typeof factSchema>
export type FactKind = Fact['kind']

/** The article that each kind runs on. */
export const FACT_RULES = {
  member: '6.2-a',
  import: '6.2-a',
  identity: '8.1-a',
  category: '6-a',
  return: '6.2-a',
  departure: '6.4-a',
  representative: '6.2-d',
  'representative-end': '6.2-d',
  mandate: '8.1-a',
  'mandate-end': '8.1-b',
  replacement: '10-a',
  'internal-rules': '18-a',
  dues: '13.2-b',
} as const satisfies Record<FactKind, string>

/** The first day on which a fact produces its effect; the decision that is cited cannot come after it. */
export function firstDay(fact: Fact): string | null {
  switch (fact.kind) {
    case 'member':
      return fact.registration.admittedOn
    case 'import':
      return fact.firstDay
    case 'category':
    case 'return':
      return fact.on
    case 'mandate':
      return fact.mandate.from
    case 'departure':
      return departureDay(fact.departure)
    case 'representative':
      return fact.representative.from
    case 'representative-end':
      return fact.until
    case 'mandate-end':
      return fact.endedOn
    case 'replacement':
      return fact.replacement.startsOn
    case 'internal-rules':
      return fact.effectiveFrom
    case 'identity':
    case 'dues':
      return null
  }
}

/** A death is no decision: the paper that tells it comes after. */
const departureDay = (departure: DepartureInput): string | null =>
  departure.kind === 'DECEASED' ? null : firstDayOut(departure)

/** A fact as it is kept: nothing that is empty. */
export const stored = (fact: unknown): unknown =>
  JSON.parse(JSON.stringify(fact, (_, value: unknown) => (value === null ? undefined : value)))

/** Facts as they were kept; none once they are erased. Throws on a shape that we never wrote. */
export const readFacts = (kept: unknown): Fact[] => z.array(factSchema).parse(kept)

export const refusalForm = z.object({
  refusal: z
    .string({ error: 'Dites pourquoi vous ne signez pas.' })
    .trim()
    .min(3, { error: 'Dites pourquoi vous ne signez pas.' })
    .max(500, { error: 'Écrivez 500 signes au plus.' }),
})
