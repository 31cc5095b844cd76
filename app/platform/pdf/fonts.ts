import fs from 'node:fs'
import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'
import { placeMarks, type MarkFont } from './place-marks'
import { unpackFont } from './unpack-font'

const require = createRequire(import.meta.url)
function font(family: string, subset: string, weight: number, style: string): string {
  const file = require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-${style}.woff`)
  return `data:font/sfnt;base64,${unpackFont(fs.readFileSync(file)).toString('base64')}`
}

const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const
const FAMILIES = { Serif: 'source-serif-4', Sans: 'source-sans-3' } as const
/** The renderer ends every list of families with this one, whose own letters are not those of Unicode: ours stands in its place. */
const LAST = 'Helvetica'

const stack = (name: keyof typeof FAMILIES) => [...SUBSETS.map((subset) => `${name}-${subset}`), LAST]
/** Families to try in order, sign by sign; where none has the sign, the last one draws an empty box. */
export const SERIF = stack('Serif')
export const SANS = stack('Sans')

let registered = false

/** Registers the embedded fonts once per process; words are never hyphenated. */
export function registerFonts(): void {
  if (registered) return
  registered = true
  for (const name of ['Serif', 'Sans'] as const)
    for (const subset of SUBSETS) register(`${name}-${subset}`, FAMILIES[name], subset)
  delete Font.getRegisteredFonts()[LAST]
  register(LAST, FAMILIES.Sans, 'latin')
  Font.registerHyphenationCallback((word) => [word])
}

let loading: Promise<unknown> | null = null

/** Loads the fonts that place marks, once per process, and mends what the renderer would do with them. */
export const loadMarks = (): Promise<unknown> => (loading ??= Promise.all([SERIF[0], SANS[0]].flatMap(loadFamily)))

const loadFamily = (family = LAST): Promise<void>[] =>
  (Font.getRegisteredFonts()[family]?.sources ?? []).map(async (source) => {
    await source.load()
    placeMarks(source.data as unknown as MarkFont)
  })

function register(family: string, from: string, subset: string): void {
  Font.register({
    family,
    fonts: [
      { src: font(from, subset, 400, 'normal'), fontWeight: 400 },
      { src: font(from, subset, 600, 'normal'), fontWeight: 600 },
      { src: font(from, subset, 400, 'italic'), fontWeight: 400, fontStyle: 'italic' },
    ],
  })
}
