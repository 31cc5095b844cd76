import { log } from '../log.server'

const said = new Set<string>()

/** Warns once per sign and process that papers show an empty box for it; the sign alone, without the name that it stands in. */
export function warnOfBoxes(signs: readonly string[]): void {
  for (const sign of signs) {
    if (said.has(sign)) continue
    said.add(sign)
    const points = [...sign].map((each) => `U+${each.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
    log().warn({ sign: points.join(' ') }, 'no embedded font draws this sign: an empty box is printed')
  }
}
