import { afterAll } from 'vitest'
import { reloadEnv } from '~/platform/env.server'
import { forgetShared } from '~/platform/shared.server'

/** Test files run one after the other in a process and share its modules: what one changes around them ends with it. */
const before = { ...process.env }

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  reloadEnv()
  forgetShared()
})
