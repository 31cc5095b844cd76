import type { Temporal } from 'temporal-polyfill'
import { currentInstant } from '~/platform/clock.server'
import { env, reloadEnv } from '~/platform/env.server'

/** The clock of the product marks `now` from here on, whatever shift the run was given; `own-environment` puts it back. */
export function startClockAt(now: Temporal.Instant): void {
  reloadEnv()
  const shift = env().CLOCK_SHIFT + Math.round(currentInstant().until(now).total('seconds'))
  process.env.CLOCK_SHIFT = String(shift)
  reloadEnv()
}
