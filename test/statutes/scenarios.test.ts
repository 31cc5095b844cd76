import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { modelStatutes } from '~/statutes/model'
import { scenarioFaults } from '~/statutes/scenario-faults'
import { parseScenario } from '~/statutes/scenario-schema'
import { simulate } from '~/statutes/simulate'

const folder = new URL('./scenarios/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.scenario.json'))
  .map((file) => file.replace('.scenario.json', ''))

test.each(names)('worked case %s', (name) => {
  const parsed = parseScenario(read(`${name}.scenario.json`))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  expect(scenarioFaults(parsed.scenario, modelStatutes)).toEqual([])
  expect(simulate(parsed.scenario, modelStatutes)).toMatchObject(read(`${name}.expected.json`) as object)
})
