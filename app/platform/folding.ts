/** Letters of which the stroke or the joining is no accent to Unicode. */
const LETTERS = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ς: 'σ',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')
const isLetter = (sign: string): sign is keyof typeof LETTERS => sign in LETTERS

/** By code points, as the database has no classes of Unicode. */
const MARK_BLOCKS = ['0300-036f', '0483-0489', '1ab0-1aff', '1dc0-1dff', '20d0-20ff', 'fe20-fe2f']
const MARKS = new RegExp(`[${MARK_BLOCKS.map((block) => block.replace(/\w+/g, String.raw`\u$&`)).join('')}]`, 'gu')
/** Spaces, hyphens, apostrophes of every kind and whatever else is no letter; « @ » and « . » hold an e-mail together. */
const BETWEEN =
  /[\u0001-\u002d\u002f\u003a-\u003f\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02b0-\u02ff\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\u1680\ufeff\ufffd]+/gu

/** Lower case without accents: « Févr. » → « fevr. », « Łukasz » → « lukasz ». */
export const bareLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(LETTER, (sign) => (isLetter(sign) ? LETTERS[sign] : sign))

/**
 * What every search compares: letters and figures without accents nor case, one space between words. The function `fold_text` of the
 * database gives the same for the same text; a property test holds them together.
 */
export const fold = (text: string): string => bareLetters(text).replace(BETWEEN, ' ').trim()

const PHONE = /(?<![\p{L}\d+])(?:(?:\+|00)33[\s.-]*(?:\(?0\)?)?|0)[\s.-]*[1-9](?:[\s./-]*\d){8}(?!\d)/gu

/** French telephone numbers in a text, in whatever groups and with whatever prefix, as ten figures. */
export const joinPhones = (text: string): string =>
  text.replace(PHONE, (phone) => `0${phone.replace(/\D/g, '').slice(-9)}`)

/** The words of a search, folded; no more than eight of them. */
export const searchWords = (query: string): string[] => fold(joinPhones(query)).split(' ').filter(Boolean).slice(0, 8)
