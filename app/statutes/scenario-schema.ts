import * as z from 'zod'
import { faultsOf, frenchErrors, type Fault } from './faults'
import { civilDate, dictionaryOf, listOf, name, names } from './schema-parts'

const member = z.strictObject({
  id: name,
  category: name,
  admitted: civilDate,
  born: civilDate.nullish(),
  duesPaidOn: civilDate.nullish(),
  suspended: z.boolean(),
  president: z.boolean(),
})

const meeting = z.strictObject({
  body: z.enum(['bureau', 'ago', 'age']),
  session: z.union([z.literal(1), z.literal(2)], { error: 'la session est 1 ou 2' }),
  date: civilDate,
  sentOn: civilDate,
  failedOn: civilDate.nullish(),
})

const votes = { for: names, against: names, abstained: names, blank: names }
const common = { id: name, secret: z.boolean().optional(), gone: names.optional() }

const resolution = z.strictObject({ ...common, kind: z.literal('resolution'), ...votes })
const unanimity = z.strictObject({ ...common, kind: z.literal('unanimity'), among: listOf(name, 1), ...votes })
const round = z.strictObject({ ballots: dictionaryOf(names), blank: names })
const election = z.strictObject({ ...common, kind: z.literal('election'), office: name, rounds: listOf(round) })

/** `cpts-scenario/1`; `statutes` is read by its own schema once it has been fetched. */
export const scenarioSchema = z.strictObject({
  format: z.literal('cpts-scenario/1'),
  statutes: z.union([name, z.record(z.string(), z.unknown())], {
    error: '"model", un objet cpts-statutes/1 ou le chemin d’un fichier est attendu',
  }),
  members: listOf(member),
  meeting,
  present: names,
  proxies: listOf(z.strictObject({ from: name, to: name })),
  items: listOf(z.discriminatedUnion('kind', [resolution, election, unanimity])),
})

export type Scenario = z.output<typeof scenarioSchema>
export type ScenarioItem = Scenario['items'][number]
export type ScenarioVote = Extract<ScenarioItem, { kind: 'resolution' | 'unanimity' }>
export type ScenarioElection = Extract<ScenarioItem, { kind: 'election' }>

export type ParsedScenario = { ok: true; scenario: Scenario } | { ok: false; faults: Fault[] }

/** The shape of a scenario; what its names point at is seen by `scenarioFaults`, once the statutes are known. */
export function parseScenario(input: unknown): ParsedScenario {
  const parsed = scenarioSchema.safeParse(input, { error: frenchErrors })
  return parsed.success ? { ok: true, scenario: parsed.data } : { ok: false, faults: faultsOf(parsed.error) }
}
