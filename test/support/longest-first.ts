import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, in order: begun last they would keep one processor waiting for the other. */
const LONGEST = [
  'test/dues/stripe/storm/storm.test.ts',
  'test/ballots/races.test.ts',
  'test/dues/ladder/model.test.ts',
  'test/dues/stripe/order.test.ts',
  'test/membership/admission/admission.test.ts',
  'test/members/import.test.ts',
]

/** Project by project, so that each keeps its processes, the one that needs a database before the quick one. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

function rankOf({ project, moduleId }: TestSpecification): number {
  const long = LONGEST.findIndex((file) => moduleId.endsWith(file))
  return (project.name === 'unit' ? LONGEST.length + 1 : 0) + (long === -1 ? LONGEST.length : long)
}
