import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { documentPath, excerpt, type Fault } from '~/statutes/faults'
import { modelStatutes } from '~/statutes/model'
import { scenarioFaults } from '~/statutes/scenario-faults'
import { parseScenario } from '~/statutes/scenario-schema'
import { parseStatutes, type ParsedStatutes } from '~/statutes/parse-statutes'
import { simulate } from '~/statutes/simulate'

const maxBytes = 10_000_000

class InvalidFile extends Error {
  constructor(readonly faults: Fault[]) {
    super('invalid file')
  }
}

function refuse(path: string, message: string): never {
  throw new InvalidFile([{ path, message }])
}

/** A small regular file, read as JSON; anything else is a fault of `path`. */
function readJson(file: string, path: string): unknown {
  const text = readText(file, path).replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch {
    refuse(path, `${excerpt(file)} n’est pas du JSON`)
  }
}

function readText(file: string, path: string): string {
  try {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (!stats) refuse(path, `le fichier ${excerpt(file)} n’existe pas`)
    if (!stats.isFile()) refuse(path, `${excerpt(file)} n’est pas un fichier`)
    if (stats.size > maxBytes) refuse(path, `le fichier dépasse ${maxBytes / 1_000_000} Mo`)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof InvalidFile) throw error
    refuse(path, `le fichier ${excerpt(file)} ne peut être lu`)
  }
}

/** "model", a whole object, or a file beside the scenario. */
function readStatutes(given: unknown, scenarioFile: string): ParsedStatutes {
  if (given === 'model') return { ok: true, statutes: modelStatutes }
  if (typeof given === 'object' && given !== null) return parseStatutes(given, ['statutes'])
  if (typeof given !== 'string' || given === '') return { ok: false, faults: [] } // told by the scenario's own schema
  try {
    return parseStatutes(readJson(resolve(dirname(scenarioFile), given), 'statutes'), ['statutes'])
  } catch (error) {
    if (error instanceof InvalidFile) return { ok: false, faults: error.faults }
    throw error
  }
}

function field(input: unknown, key: string): unknown {
  return typeof input === 'object' && input !== null && Object.hasOwn(input, key)
    ? Object.entries(input).find(([name]) => name === key)?.[1]
    : undefined
}

function answer(file: string): string {
  const input = readJson(file, documentPath)
  if (field(input, 'format') === 'cpts-statutes/1') throw new InvalidFile(statutesAlone(input))
  const parsed = parseScenario(input)
  const statutes = readStatutes(field(input, 'statutes'), file)
  if (!parsed.ok || !statutes.ok) {
    throw new InvalidFile([...(parsed.ok ? [] : parsed.faults), ...(statutes.ok ? [] : statutes.faults)])
  }
  const faults = scenarioFaults(parsed.scenario, statutes.statutes)
  if (faults.length > 0) throw new InvalidFile(faults)
  return JSON.stringify(simulate(parsed.scenario, statutes.statutes), null, 1)
}

/** Statutes without a meeting give no ruling; what is wrong in them is told all the same. */
function statutesAlone(input: unknown): Fault[] {
  const parsed = parseStatutes(input)
  const alone = {
    path: 'format',
    message: 'un scénario "cpts-scenario/1" est attendu ; ce fichier contient des statuts seuls',
  }
  return parsed.ok ? [alone] : [...parsed.faults, alone]
}

/** `npm run -s simulate -- file.json`: the ruling on standard output, or exit 2 and a line for each fault. */
export function run(args: readonly string[]): void {
  try {
    const [file, ...others] = args
    if (file === undefined || others.length > 0)
      refuse(documentPath, 'un fichier est attendu : npm run -s simulate -- scenario.json')
    process.stdout.write(`${answer(file)}\n`)
  } catch (error) {
    if (!(error instanceof InvalidFile)) throw error
    process.exitCode = 2
    process.stderr.write(error.faults.map(({ path, message }) => `${path}: ${message}\n`).join(''))
  }
}
