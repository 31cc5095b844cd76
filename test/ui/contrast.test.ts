import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { colours as mail, styles } from '../../emails/style'

const css = readFileSync(new URL('../../app/ui/styles/tokens.css', import.meta.url), 'utf8')
const [lightBlock = '', darkBlock = ''] = css.split('@media (prefers-color-scheme: dark)')

function palette(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]))
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Text, what it stands on, the least contrast: 7 where votes and results are read, 4.5 for any text, 3 for borders and marks. */
const pairs: [string, string[], number][] = [
  ['ink', ['paper', 'surface', 'sunken', 'accent-soft', 'turn-soft', 'danger-soft'], 7],
  ['muted', ['surface', 'paper'], 7],
  ['muted', ['sunken', 'turn-soft', 'danger-soft'], 4.5],
  ['accent', ['paper', 'surface', 'accent-soft'], 7],
  ['on-accent', ['accent', 'accent-strong'], 7],
  ['turn', ['turn-soft', 'surface', 'paper'], 4.5],
  ['danger', ['danger-soft', 'surface', 'paper', 'sunken'], 4.5],
  ['on-danger', ['danger'], 4.5],
  ['on-banner', ['banner'], 7],
  ['rule-strong', ['surface', 'paper'], 3],
  ['turn-mark', ['surface', 'paper'], 3],
  ['bar', ['surface', 'sunken'], 3],
  ['bar-against', ['surface', 'sunken'], 3],
]

describe.each([
  ['light', palette(lightBlock)],
  ['dark', palette(darkBlock)],
])('%s palette', (_, colours) => {
  test.each(pairs.flatMap(([text, grounds, least]) => grounds.map((ground) => [text, ground, least] as const)))(
    '%s on %s reaches %s',
    (text, ground, least) => {
      expect(contrast(colours.get(text) ?? '#888888', colours.get(ground) ?? '#888888')).toBeGreaterThanOrEqual(least)
    },
  )
})

/** What a mail writes, on what, each at least 4.5: a mail reader's own blue for links is never left to chance. */
test.each([
  ['text', mail.ink, mail.sheet],
  ['small text', mail.muted, mail.paper],
  ['terms', mail.muted, mail.sheet],
  ['links', styles.link.color, mail.sheet],
  ['links of the foot', styles.link.color, mail.paper],
  ['main button', styles.button.color, styles.button.backgroundColor],
  ['second button', styles.quietButton.color, styles.quietButton.backgroundColor],
])('in mails, %s: %s on %s reaches 4.5', (_, one, other) => expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5))

test('every link in a mail is one of ours: none takes the default colour of a library', () => {
  const folder = new URL('../../emails/', import.meta.url)
  const using = readdirSync(folder).filter(
    (name) =>
      name.endsWith('.tsx') && name !== 'layout.tsx' && /<(Link|a)\b/.test(readFileSync(new URL(name, folder), 'utf8')),
  )
  expect(using).toEqual([])
})
