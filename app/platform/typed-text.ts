/** Zero-width signs, soft hyphens, marks of direction, byte order marks: seen by nobody, they make two of one value. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\p{Variation_Selector}/gu
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/**
 * A text as everything later sees it, whatever door it came by: NFC (an accent typed as a sign of its own joins its letter), one
 * hyphen, ligatures of printers taken apart, no odd space, no sign that nobody sees.
 */
export const typedText = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(/[\u2000-\u200a\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')

/**
 * Signs that each embedded font draws, in every weight and slope, as code points; a test reads the fonts again. Marks that Unicode
 * composes with no letter are apart (see `MARKED`).
 */
export const PRINTABLE =
  '20-7e,a0-12b,12e-131,134-165,168-17f,18f,192,1a0-1a1,1af-1b0,1cd-1dc,1e6-1e7,1f8-1f9,218-21b,237,251,259,261,' +
  '2b0,2b2-2b3,2b7-2b8,2bb-2bc,2be-2bf,2c6-2cc,2da,2dc-2dd,2e1-2e3,374-375,37e,' +
  '384-38a,38c,38e-3a1,3a3-3ce,3d7,3d9,3db,3dd,3e1,400-45f,462-463,472-475,490-493,496-49b,4a0-4a3,4aa-4ab,' +
  '4ae-4b3,4b6-4b7,4ba-4bb,4c0-4c2,4cf-4d1,4d4-4d9,4e2-4e3,4e6-4e9,4ee-4ef,4f2-4f3,1d43,1d47-1d49,1d4d,1d4f-1d50,' +
  '1d52,1d56-1d58,1d5b,1d9c,1da0,1dbb,1e0c-1e0f,1e20-1e21,1e24-1e25,1e2a-1e2b,1e36-1e3b,1e3e-1e3f,1e42-1e49,' +
  '1e5a-1e63,1e6c-1e6f,1e80-1e85,1e8e-1e8f,1e92-1e93,1e97,1e9e,1ea0-1ef9,2009,200b,2013-2014,2018-201a,201c-201e,' +
  '2020,2022,2026,2032-2033,2039-203a,2044,20a1,20a4,20a6-20a7,20a9,20ab-20ac,20ae,20b1-20b2,20b4-20b5,20b8-20ba,' +
  '20bd,2113,2116,2122,2191,2193,2212,2215'

const sign = (code: string) => `\\u{${code}}`
const CLASS = PRINTABLE.split(',')
  .map((range) => range.split('-').map(sign).join('-'))
  .join('')
const UNPRINTABLE = new RegExp(`\\p{L}\\p{M}+|[^\\n\\r\\t\\u202f${CLASS}]`, 'gu')

/**
 * A letter, taken apart, with the marks that Unicode leaves beside it (« ọ̀ », « ạ̃ », « m̀ », « n̩ »): one below, one above, that the
 * fonts place right on every such letter; a test lays them out again.
 */
const MARKED = /^([aceimnorsuvwxzA-FHIK-PR-Z])([\u0323\u0329]?)([\u0300\u0301\u0303\u0304\u0308\u0309]?)$/
const isMarked = (sign: string) => MARKED.test(sign.normalize('NFD'))
const CLUSTER = /\p{L}\p{M}+/gu

/**
 * A text as papers lay it out: where marks stand beside their letter, letter, upper and lower mark each apart, all in one font. The upper one
 * comes first, else fonts raise it over a capital by an offset that the renderer forgets.
 */
export const drawable = (text: string): string =>
  text.replace(CLUSTER, (cluster) => cluster.normalize('NFD').replace(MARKED, '$1$3$2'))

/** The signs of a text that no embedded font draws, each once; a mark with the letter that it stands on. */
export const unprintable = (text: string): string[] => [
  ...new Set((text.match(UNPRINTABLE) ?? []).filter((each) => !isMarked(each))),
]

/** The same text with U+FFFD (an empty box) instead of each of these signs, which no embedded font can draw. */
export const boxed = (text: string): string => text.replace(UNPRINTABLE, (each) => (isMarked(each) ? each : '\ufffd'))

/** Why a text is refused, in French; null when every sign of it can be printed. */
export function printFault(text: string): string | null {
  const signs = unprintable(text).map((each) => `« ${each} »`)
  if (signs.length === 0) return null
  const [first] = signs
  return signs.length === 1
    ? `Le signe ${first} ne peut pas être imprimé sur les courriers et les procès-verbaux : remplacez-le ou retirez-le.`
    : `Ces signes ne peuvent pas être imprimés sur les courriers et les procès-verbaux : ${signs.slice(0, 8).join(', ')}. Remplacez-les ou retirez-les.`
}
