import iconv from 'iconv-lite'
import { decodeLegacy, LEGACIES, LEGACY, mostPlausible, plausibility, type Legacy } from './legacy-text'
import { repairTwiceEncoded } from './repair-text'
import { accentsQuestion, exampleOf, firstDifference } from './accents-question'
import { unreadable, type Answers, type Question } from './table'

export type DecodedText = { text: string; encoding: string; questions: Question[] }
type Choice = { value: string; name: string; text: string }

/**
 * The text of a file: UTF-8 with or without its mark, UTF-16, else the alphabet of one byte in which it looks French; lines of two
 * origins are each read in their own. What was guessed is asked, with an example. Refused (400): bytes that are no text.
 */
export function decodeText(bytes: Uint8Array, answers: Answers): DecodedText {
  const wide = wideEncoding(bytes)
  if (wide) return checked(new TextDecoder(wide).decode(bytes), 'UTF-16', answers)
  if (bytes.includes(0)) throw unreadable('Ce fichier n’est ni un CSV ni un classeur Excel (.xlsx).')
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null) return checked(utf8, 'UTF-8', answers)
  const lines = splitLines(bytes)
  const known = lines.map(latinUtf8)
  const read = (encoding: Legacy) =>
    lines.map((line, index) => known[index] ?? repairTwiceEncoded(decodeLegacy(line, encoding))).join('')
  const anyUtf8 = known.some((line) => line !== null && /[^\u0000-\u007f]/.test(line))
  const [first, ...others] = LEGACIES.map((value) => ({ value, name: LEGACY[value], text: read(value) })) as [Choice, ...Choice[]] // prettier-ignore
  const best = mostPlausible([first, ...others])
  const certain = !anyUtf8 && best.value === 'windows-1252' && best.doubts === 0
  const choices = distinct([best, first, ...others])
  const question = accentsQuestion(answers, withExamples(choices))
  const chosen = choices.find(({ value }) => value === question.taken) ?? best
  return {
    text: chosen.text,
    encoding: anyUtf8 ? `UTF-8 et ${chosen.name}` : chosen.name,
    questions: certain ? [] : [question],
  }
}

/** What UTF-8 itself may hold that a program had already spoilt: twice encoded, or read in the wrong alphabet. */
function checked(text: string, encoding: string, answers: Answers): DecodedText {
  const kept = { value: 'kept', name: 'tels quels', text }
  const [twice, other] = [repairTwiceEncoded(text), misread(text)]
  const mended = twice === text ? other : { value: 'mended', name: 'réparés', text: twice }
  if (!mended) return { text, encoding, questions: [] }
  const choices = [mended, kept]
  const question = accentsQuestion(answers, withExamples(choices))
  if (question.taken === 'kept') return { text, encoding, questions: [question] }
  return { text: mended.text, encoding: `${encoding}, accents réparés`, questions: [question] }
}

/** « H‚lŠne »: another alphabet that was taken for Windows-1252, then written as UTF-8. */
function misread(text: string): Choice | null {
  const before = plausibility(text)
  if (before.doubts === 0 || text.includes('\ufffd')) return null
  const bytes = iconv.encode(text, 'windows-1252')
  if (iconv.decode(bytes, 'windows-1252') !== text) return null
  const [mac, dos] = (['macintosh', 'cp850'] as const).map((value) => ({
    value: 'mended',
    name: LEGACY[value],
    text: decodeLegacy(bytes, value),
  })) as [Choice, Choice]
  const best = mostPlausible([mac, dos])
  return best.score > before.score && best.doubts === 0 ? best : null
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 400)
  if (start.length < 8) return null
  const zeros = (odd: number) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length
  const most = start.length / 3
  if (zeros(1) > most && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > most && zeros(1) === 0 ? 'utf-16be' : null
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A line that is UTF-8 by more than chance: « É» » in Windows-1252 would read as a letter of no language of Europe. */
function latinUtf8(line: Uint8Array): string | null {
  const text = strictUtf8(line)
  return text !== null && /[\u0180-\u02ff\u0500-\u1dff]/.test(text) ? null : text
}

/** The lines of the file, each with its end. */
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  bytes.forEach((byte, index) => {
    if (byte !== 10 && !(byte === 13 && bytes[index + 1] !== 10)) return
    lines.push(bytes.subarray(start, index + 1))
    start = index + 1
  })
  return start < bytes.length ? [...lines, bytes.subarray(start)] : lines
}

const distinct = (choices: readonly Choice[]): Choice[] =>
  choices.filter(({ text }, index) => choices.findIndex((each) => each.text === text) === index)

function withExamples(choices: readonly Choice[]) {
  const line = firstDifference(choices.map(({ text }) => text))
  return choices.map(({ value, name, text }) => ({ value, name, example: exampleOf(text, line) }))
}
