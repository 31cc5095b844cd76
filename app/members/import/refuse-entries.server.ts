import { INSTALLED } from '../demand-origin.server'
import type { Draft } from './draft'

/** 6.2-a: once the installation is closed a file corrects members, it makes none: each line that would is refused. */
export function refuseEntries(drafts: readonly Draft[], installing: boolean): void {
  if (installing) return
  for (const { creation, faults } of drafts) if (creation) faults.push(`${INSTALLED.sentence} (art. 6.2)`)
}
