import { execFileSync } from 'node:child_process'
import { Font } from '@react-pdf/renderer'
import { describe, expect, it } from 'vitest'
import { LettersPdf } from '~/meetings/pdf/letter.pdf'
import { loadMarks, SANS, SERIF } from '~/platform/pdf/fonts'
import { PdfDocument, Table } from '~/platform/pdf/kit'
import { renderPdf } from '~/platform/pdf/render.server'
import { drawable, PRINTABLE, printFault, unprintable } from '~/platform/typed-text'
import { textOfPdf } from '../../support/payments'

const NAMES = {
  'Thị Ngọc Ánh Nguyễn': 'Thị Ngọc Ánh Nguyễn',
  'Ngọc Đặng': 'Ngọc Đặng',
  ['Hélène Brûlé'.normalize('NFD')]: 'Hélène Brûlé',
  'Élie Ben\u2011Haïm': 'Élie Ben-Haïm',
  'Zoé\u200b Le\u00ad\u2010Goff': 'Zoé Le-Goff',
  'Пётр Иванов': 'Пётр Иванов',
  'Νίκος Παπαδόπουλος': 'Νίκος Παπαδόπουλος',
  'Ioana Mureșan-Țuțu': 'Ioana Mureșan-Țuțu',
  'Łukasz Wójcik-Żądło': 'Łukasz Wójcik-Żądło',
  'İpek Şahinoğlu': 'İpek Şahinoğlu',
  'Ṣọlá Adébáyọ': 'Ṣọlá Adébáyọ',
  'Ṣọlá Adébáyọ̀': 'Ṣọlá Adébáyọ̀',
  'Ọ̀ṣun M̀bá Ẹ́kọ́': 'Ọ̀ṣun M̀bá Ẹ́kọ́',
  'Željka Đorđević': 'Željka Đorđević',
  'ʿAbd al-Raḥmān Ould Ḥāmid': 'ʿAbd al-Raḥmān Ould Ḥāmid',
}

const letterhead = { name: 'CPTS des Œillets', address: '3 rue des Œillets', identifiers: '' }
const read = (bytes: Uint8Array) => textOfPdf(bytes).normalize('NFC')

const letter = (recipient: string[]) =>
  renderPdf(
    <LettersPdf
      letters={[
        {
          letterhead,
          recipient,
          placeAndDate: 'Ivry',
          subject: 'Convocation',
          greeting: 'Bonjour,',
          opening: 'Vous êtes convié.',
          facts: [],
          agenda: [],
          rights: [],
          closing: '',
          signer: { name: recipient[0] ?? '', title: 'Présidence' },
        },
      ]}
    />,
  )

describe('a name in a PDF', () => {
  it('reads as on the screen, in the letter of a convocation', async () => {
    const text = read(await letter(Object.keys(NAMES)))
    for (const name of Object.values(NAMES)) expect(text).toContain(name)
  })

  it('reads as on the screen, in a table such as the attendance sheet', async () => {
    const rows = Object.keys(NAMES).map((name) => [name, ''])
    const columns = [
      { header: 'Membre', flex: 4 },
      { header: 'Signature', flex: 4 },
    ]
    const sheet = (
      <PdfDocument title="Feuille de présence" letterhead={letterhead}>
        <Table columns={columns} rows={rows} />
      </PdfDocument>
    )
    const text = read(await renderPdf(sheet))
    for (const name of Object.values(NAMES)) expect(text).toContain(name)
  })

  it('is drawn by our own fonts alone: a sign that none has is an empty box, never another letter', async () => {
    const bytes = await letter(['中村 明', 'A😀B', 'Ա', 'Adébáyọ̋'])
    const fonts = execFileSync('pdffonts', ['-'], { input: bytes, encoding: 'utf8' })
    expect(fonts).not.toContain('Helvetica')
    expect(fonts.match(/SourceS/g)?.length).toBeGreaterThan(0)
    expect(read(bytes)).toMatch(/Adébáy(?!ọ)\W*\n/)
  })
})

type Style = { fontWeight: number; fontStyle?: 'italic' }

/** The signs that a family draws, by code point; neither marks nor what nobody sees. */
async function signsOf(fontFamily: string, style: Style): Promise<number[]> {
  const source = Font.getRegisteredFonts()[fontFamily]?.resolve({ fontFamily, ...style })
  await source?.load()
  const data = source?.data as unknown as {
    characterSet: number[]
    glyphForCodePoint: (sign: number) => { id: number }
  }
  return data.characterSet.filter(
    (sign) => data.glyphForCodePoint(sign).id > 0 && !/\p{M}|\ufeff/u.test(String.fromCodePoint(sign)),
  )
}

/** What a style of a family lays out: glyphs with the offsets that the font gives to each. */
async function layoutOf(fontFamily: string, style: Style) {
  const source = Font.getRegisteredFonts()[fontFamily]?.resolve({ fontFamily, ...style })
  await source?.load()
  const font = source?.data as unknown as {
    layout: (...of: unknown[]) => {
      glyphs: { id: number; codePoints: number[] }[]
      positions: { xAdvance: number; xOffset: number; yOffset: number }[]
    }
  }
  return (text: string) => font.layout(text, undefined, undefined, undefined, 'ltr')
}

describe('marks beside their letter', () => {
  it('each that is accepted is placed by every font on its letter, without the height that the renderer forgets', async () => {
    await loadMarks()
    const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const [below, above] = [['', '\u0323', '\u0329'], ['', '\u0300', '\u0301', '\u0303', '\u0304', '\u0308', '\u0309']] // prettier-ignore
    const accepted = letters
      .flatMap((letter) => below.flatMap((low) => above.map((high) => (letter + low + high).normalize('NFC'))))
      .filter((name) => [...name].length > 1 && unprintable(name).length === 0)
    expect(accepted).toEqual(expect.arrayContaining(['ọ̀', 'Ọ̀', 'ạ̃', 'm̀', 'n̩']))
    expect(accepted.length).toBeGreaterThan(500)
    const styles = [{ fontWeight: 400 }, { fontWeight: 600 }, { fontWeight: 400, fontStyle: 'italic' }] as const
    const layouts = await Promise.all(
      ['Serif-latin', 'Sans-latin'].flatMap((family) => styles.map((style) => layoutOf(family, style))),
    )
    for (const name of accepted)
      for (const layout of layouts) {
        const signs = [...drawable(name)]
        const { glyphs, positions } = layout(signs.join(''))
        expect(glyphs.map(({ id, codePoints }) => id > 0 && codePoints), name).toEqual(signs.map((sign) => [sign.codePointAt(0)])) // prettier-ignore
        const steps = positions.map(({ xAdvance }) => xAdvance)
        const last = steps.at(-1) ?? 0
        expect(
          positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0),
          name,
        ).toBe(true)
        expect(last, name).toBeGreaterThan(0)
        const width = layout(signs[0] ?? '').positions[0]?.xAdvance ?? 0
        // an i under a mark has lost its dot, and is wider by one
        const wider = steps.reduce((sum, step) => sum + step, 0) - width
        expect([0, 1], name).toContain(wider)
      }
  })
})

describe('what can be printed', () => {
  it('is what each embedded font draws, in every weight and slope', async () => {
    const styles = [{ fontWeight: 400 }, { fontWeight: 600 }, { fontWeight: 400, fontStyle: 'italic' }] as const
    const sets = await Promise.all(
      [SERIF, SANS].flatMap((stack) =>
        styles.map(async (style) => new Set((await Promise.all(stack.map((name) => signsOf(name, style)))).flat())),
      ),
    )
    const [first = new Set<number>()] = sets
    const everywhere = [...first].filter((sign) => sets.every((set) => set.has(sign))).toSorted((a, b) => a - b)
    const said = PRINTABLE.split(',').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map((code) => Number.parseInt(code, 16))
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    })
    expect(said).toEqual(everywhere)
  })

  it('holds every name of Europe and Viet Nam, and refuses the rest by its sign', () => {
    for (const name of Object.values(NAMES)) expect(printFault(name)).toBeNull()
    expect(printFault('Première ligne\nseconde\u202f: « x »')).toBeNull()
    expect(unprintable('Adébáyọ̋ ḇ̀'), 'marks that no font places').toEqual(['ọ̋', 'ḇ̀'])
    expect(unprintable('中村 明 中')).toEqual(['中', '村', '明'])
    expect(printFault('Zoé 😀')).toBe(
      'Le signe « 😀 » ne peut pas être imprimé sur les courriers et les procès-verbaux : remplacez-le ou retirez-le.',
    )
  })
})
