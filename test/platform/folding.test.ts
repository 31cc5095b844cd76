import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, searchWords } from '~/platform/folding'
import { useDatabase } from '../support/database'

const db = useDatabase()
const inDatabase = async (texts: readonly string[]) => {
  const rows = await db().$queryRaw<{ folded: string }[]>`
    select fold_text(each) as folded from unnest(${[...texts]}::text[]) with ordinality as x(each, place) order by place`
  return rows.map(({ folded }) => folded)
}

const NAMES: [name: string, folded: string][] = [
  ['Œuvrard', 'oeuvrard'],
  ['Łukasz Wójcik-Żądło', 'lukasz wojcik zadlo'],
  ['Đặng Thị Ngọc', 'dang thi ngoc'],
  ['Ọ̀ṣun Adébáyọ̀', 'osun adebayo'],
  ['Søren Åkesson', 'soren akesson'],
  ['Weiß, Straẞe', 'weiss strasse'],
  ['L’Hermitte', 'l hermitte'],
  ["L'Hermitte", 'l hermitte'],
  ['Lʼhermitte', 'l hermitte'],
  ['Ben\u2011Haïm', 'ben haim'],
  ['İpek Işık', 'ipek isik'],
  ['Νίκος ΠΑΠΑΔΌΠΟΥΛΟΣ', 'νικοσ παπαδοπουλοσ'],
  ['Пётр ИВАНОВ', 'петр иванов'],
  ['ʿAbd al-Raḥmān', 'abd al rahman'],
  ['Guðrún Þórsdóttir', 'gudrun thorsdottir'],
  ['a.b@exemple.fr 100 %_\\', 'a.b@exemple.fr 100'],
]

describe('one folding for every search', () => {
  it.each(NAMES)('%s', async (name, folded) => {
    expect(fold(name)).toBe(folded)
    expect(fold(name.normalize('NFD'))).toBe(folded)
    expect(await inDatabase([name, name.normalize('NFD')])).toEqual([folded, folded])
  })

  it('is the same in the database, whatever signs of Europe a text holds', async () => {
    const ranges = [[1, 0x24f], [0x250, 0x2ff], [0x300, 0x36f], [0x370, 0x52f], [0x1e00, 0x1fff], [0x2000, 0x22ff], [0xfb00, 0xfb06]] as const // prettier-ignore
    const sign = fc
      .oneof(...ranges.map(([min, max]) => fc.integer({ min, max })))
      .map((point) => String.fromCodePoint(point))
    const text = fc.oneof(fc.string({ unit: sign, maxLength: 40 }), fc.constantFrom(...NAMES.map(([name]) => name)))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 100 }), async (texts) => {
        expect(await inDatabase(texts)).toEqual(texts.map(fold))
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same again, and holds nothing that LIKE would read as a pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text)).not.toMatch(/[%_\\]/)
      }),
    )
  })
})

describe('a telephone number in a search', () => {
  it.each([
    '06 12 34 56 78',
    '0612345678',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '+33612345678',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '0033 612345678',
  ])(
    // prettier-ignore
    '%s is one word of ten figures',
    (typed) => expect(searchWords(`Roux ${typed}`)).toEqual(['roux', '0612345678']),
  )

  it.each([
    ['C2027-00042', ['c2027', '00042']],
    ['10001234565', ['10001234565']],
    ['94200', ['94200']],
    ['06 12', ['06', '12']],
    ['73282932000074', ['73282932000074']],
    ['0612345678901', ['0612345678901']],
  ])('%s is none', (typed, words) => expect(searchWords(typed)).toEqual(words))
})
