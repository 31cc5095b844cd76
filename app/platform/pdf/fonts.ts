import fs from 'node:fs'
import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'
import { unpackFont } from './unpack-font'

const require = createRequire(import.meta.url)
function font(family: string, subset: string, weight: number, style: string): string {
  const file = require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-${style}.woff`)
  return `data:font/sfnt;base64,${unpackFont(fs.readFileSync(file)).toString('base64')}`
}

/** Families to try in order: the second one carries the letters of other European languages. */
export const SERIF = ['Serif', 'SerifExt']
export const SANS = ['Sans', 'SansExt']

let registered = false

/** Registers the embedded fonts once per process; words are never hyphenated. */
export function registerFonts(): void {
  if (registered) return
  registered = true
  for (const [name, family] of [
    ['Serif', 'source-serif-4'],
    ['Sans', 'source-sans-3'],
  ] as const)
    for (const [suffix, subset] of [
      ['', 'latin'],
      ['Ext', 'latin-ext'],
    ] as const)
      Font.register({
        family: name + suffix,
        fonts: [
          { src: font(family, subset, 400, 'normal'), fontWeight: 400 },
          { src: font(family, subset, 600, 'normal'), fontWeight: 600 },
          { src: font(family, subset, 400, 'italic'), fontWeight: 400, fontStyle: 'italic' },
        ],
      })
  Font.registerHyphenationCallback((word) => [word])
}
