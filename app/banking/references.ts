import { fold } from '~/platform/folding'

/** « C2027-00042 » → « C202700042 »: without what banks add, change or take away. */
export const compactReference = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

const LENGTHS = [11, 10]

/** Every text of a label that may be a reference, compact, in order; most are not: they are looked up. */
export function referenceCandidates(label: string): string[] {
  const compact = compactReference(label)
  const starts = [...compact.matchAll(/C(?=20\d{2}\d{5})/g)].map(({ index }) => index)
  return [
    ...new Set(
      starts.flatMap((start) =>
        LENGTHS.map((length) => compact.slice(start, start + length)).filter((text) => /^C\d{9,10}$/.test(text)),
      ),
    ),
  ]
}

/** Words long enough to tell a member from another: « de », « des » and initials say nothing. */
export const tellingWords = (name: string): string[] =>
  fold(name)
    .split(' ')
    .filter((word) => word.length > 2)
