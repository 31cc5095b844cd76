import { parseStatutes } from '~/statutes/parse-statutes'
import type { Statutes } from '~/statutes/schema'
import { simulate } from '~/statutes/simulate'
import type { RulingAnswer } from '~/statutes/simulate'
import type { Scenario } from '~/statutes/scenario-schema'
import type { SimulatorCase } from './case'
import type { Faults } from './case-fields'
import { statutesOf, toScenario } from './to-scenario'

type Vote = Exclude<RulingAnswer['items'][number], { elected: string | null }>
export type Played = { faults: Faults; answer: RulingAnswer | null; vote: Vote | null; scenario: Scenario | null }

/** What the statutes answer to this case; nothing but the faults while its figures do not fit. */
export function play(statutes: Statutes, given: SimulatorCase): Played {
  const changed = statutesOf(statutes, given)
  const read = parseStatutes(changed)
  if (!read.ok) return nothing({ quorum: read.faults.map(({ path, message }) => `${path} : ${message}`).join(' ') })
  return judge(changed, given)
}

/** The same under statutes that already are those of the case, and are known to be sound. */
export function judge(changed: Statutes, given: SimulatorCase): Played {
  const { scenario, faults } = toScenario(changed, given)
  if (Object.keys(faults).length > 0) return nothing(faults)
  const answer = simulate(scenario, changed)
  const [item] = answer.items
  return { faults: {}, answer, vote: item && !('elected' in item) ? item : null, scenario }
}

const nothing = (faults: Faults): Played => ({ faults, answer: null, vote: null, scenario: null })
