import { documentPath, type Fault } from '~/statutes/faults'
import { modelStatutes } from '~/statutes/model'
import { scenarioFaults } from '~/statutes/scenario-faults'
import { parseScenario, type Scenario } from '~/statutes/scenario-schema'
import { parseStatutes, type ParsedStatutes } from '~/statutes/parse-statutes'
import type { Statutes } from '~/statutes/schema'
import { simulate, type RulingAnswer } from '~/statutes/simulate'

export const MOST_BYTES = 2_000_000

export type FileAnswer =
  { ok: true; answer: RulingAnswer; scenario: Scenario; statutes: Statutes } | { ok: false; faults: Fault[] }

const refused = (path: string, message: string): FileAnswer => ({ ok: false, faults: [{ path, message }] })

/** What a pasted or sent `cpts-scenario/1` gives, or its faults by the path of the field, as on the command line. */
export function readScenarioText(text: string): FileAnswer {
  if (text.length > MOST_BYTES) return refused(documentPath, 'ce texte dépasse 2 Mo')
  let input: unknown
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refused(documentPath, 'ce texte n’est pas du JSON')
  }
  const parsed = parseScenario(input)
  const statutes = statutesIn(input)
  if (!parsed.ok || !statutes.ok)
    return { ok: false, faults: [...(parsed.ok ? [] : parsed.faults), ...(statutes.ok ? [] : statutes.faults)] }
  const faults = scenarioFaults(parsed.scenario, statutes.statutes)
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    answer: simulate(parsed.scenario, statutes.statutes),
    scenario: parsed.scenario,
    statutes: statutes.statutes,
  }
}

/** "model" or a whole object; a path points at a file that only the command line can read. */
function statutesIn(input: unknown): ParsedStatutes {
  const given = typeof input === 'object' && input !== null && 'statutes' in input ? input.statutes : undefined
  if (given === 'model') return { ok: true, statutes: modelStatutes }
  if (typeof given === 'object' && given !== null) return parseStatutes(given, ['statutes'])
  if (typeof given !== 'string') return { ok: false, faults: [] }
  return {
    ok: false,
    faults: [
      {
        path: 'statutes',
        message: 'ici, écrivez "model" ou collez les statuts en entier ; un fichier se lit en ligne de commande',
      },
    ],
  }
}
