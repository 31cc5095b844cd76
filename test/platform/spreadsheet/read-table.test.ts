import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { readTable } from '~/platform/spreadsheet/read-table.server'
import type { Answers, Table } from '~/platform/spreadsheet/table'
import { refusalOf } from '../../members/support'

const fixture = (name: string) => fs.readFileSync(path.resolve(import.meta.dirname, '../../fixtures/spreadsheet', name))
const WORDS = 'nom prenom email profession telephone rpps date libelle debit credit montant sens'.split(' ')
const vocabulary = (key: string) => WORDS.find((word) => key === word || key === `${word} adhesion`) ?? null
const read = (content: string | Uint8Array, answers?: Answers) =>
  readTable(typeof content === 'string' ? Buffer.from(content) : content, { vocabulary, answers })
const cell = ({ rows }: Table, row: number, column: number) => rows[row]?.cells[column]
const question = ({ questions }: Table, id: string) => questions.find((each) => each.id === id)

describe('accents: right, mended with a question, or named with the line', () => {
  test.each([
    ['accents-mac.csv', 'Mac Roman'],
    ['accents-dos.csv', 'CP850 (MS-DOS)'],
    ['accents-twice.csv', 'réparés'],
  ])('%s gives Hélène, and asks with her as example', async (name, said) => {
    const table = await read(fixture(name))
    expect(cell(table, 0, 1)).toBe('Hélène')
    expect(question(table, 'accents')?.choices[0]?.label).toBe(`« Hélène » (${said})`)
  })

  test('lines of two origins are each read in their own', async () => {
    const table = await read(fixture('accents-mixed.csv'))
    expect(table.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['BRUN', 'Hélène'],
      ['NOËL', 'Zoé'],
      ['PETIT', 'André'],
    ])
    expect(question(table, 'accents')?.choices[0]?.label).toContain('« André »')
  })

  test('a line of both origins at once', async () => {
    const line = Buffer.concat([Buffer.from('BRUN;Hélène;Andr'), Buffer.from([0xe9]), Buffer.from('\n')])
    const table = await read(Buffer.concat([Buffer.from('nom;prenom;profession\n'), line]))
    expect(table.rows[0]?.cells).toEqual(['BRUN', 'Hélène', 'André'])
  })

  test('a sign that a program has lost refuses its line, and no other', async () => {
    const { rows } = await read(fixture('accents-lost.csv'))
    expect(rows[0]?.faults[0]).toContain('« H\ufffdl\ufffdne » : un signe est perdu')
    const table = await read('nom;prenom\nBRUN;H\ufffdl\nPETIT;Zoé\n')
    expect(table.rows.map(({ faults }) => faults.length)).toEqual([1, 0])
  })

  test('a byte that no alphabet has', async () => {
    const bytes = Buffer.concat([Buffer.from('nom;prenom\nBRUN;Zoé\nPETIT;No'), Buffer.from([0x81]), Buffer.from('\n')])
    expect(question(await read(bytes), 'accents')).toMatchObject({ taken: 'cp850' })
    const { rows } = await read(bytes, { accents: 'windows-1252' })
    expect(rows.map(({ faults }) => faults.length)).toEqual([0, 1])
  })

  test.each([
    ['H√©l√®ne', 'Hélène'],
    ['H├®l├¿ne', 'Hélène'],
    ['CÅ“ur dâ€™Ivry', 'Cœur d’Ivry'],
    ['H‚lŠne', 'Hélène'],
  ])('« %s » was « %s »', async (spoilt, meant) => {
    expect(cell(await read(`nom;prenom\nBRUN;${spoilt}\n`), 0, 1)).toBe(meant)
  })

  test.each(['Škoda', 'CAFÉ\u00a0»', 'Nguyễn Thị Ánh', 'João', 'Łukasz', 'L’Haÿ', 'Ætius'])('« %s » is left alone, unasked', async (name) => {
    const table = await read(`nom;prenom\n${name};Zoé\n`)
    expect(cell(table, 0, 0)).toBe(name.replace('\u00a0', ' '))
    expect(table.questions).toEqual([])
  }) // prettier-ignore

  test('the answer decides', async () => {
    const table = await read(fixture('accents-twice.csv'), { accents: 'kept' })
    expect(cell(table, 0, 1)).toBe('HÃ©lÃ¨ne')
    expect(cell(await read(fixture('accents-mac.csv'), { accents: 'cp850' }), 0, 1)).toBe('HÄlÅne')
  })

  test('French in any alphabet of the list is read as it was written', async () => {
    const word = fc.stringMatching(/^[A-Z][a-zéèêëàâçîïôùû]{4,12}$/).filter((each) => /[éèêç]/.test(each))
    const encodings = fc.constantFrom('windows-1252', 'macintosh', 'cp850', 'utf-16le', 'utf8')
    await fc.assert(
      fc.asyncProperty(word, encodings, async (name, encoding) => {
        const bytes = iconv.encode(`nom;prenom\nBRUN;${name}\nPETIT;Hélène\n`, encoding, {
          addBOM: encoding === 'utf-16le',
        })
        expect(cell(await read(bytes), 0, 1)).toBe(name)
      }),
    )
  })
})

describe('the table in the file', () => {
  test.each([
    ['title-rows.csv', 5],
    ['title-rows.xlsx', 4],
    ['notice-first.xlsx', 2],
    ['sep-line.csv', 3],
  ])('%s: one row, with the line of the file', async (name, line) => {
    const { rows } = await read(fixture(name))
    expect(rows.map((row) => [row.line, row.cells[0], row.cells[1]])).toEqual([[line, 'BRUN', 'Lucie']])
  })

  test('the separator is that of the table, not of the sentence above it', async () => {
    const table = await read(fixture('preamble-with-commas.csv'))
    expect(table.header?.cells).toEqual(['Date', 'Libellé', 'Débit', 'Crédit'])
    expect(table.rows[0]?.cells).toEqual(['27/11/2026', 'VIR ROUX JEANNE', '', '50,00'])
    expect(table.passed).toMatchObject([{ line: 1, why: 'before the header' }])
  })

  test('blank rows and totals are passed over, and counted', async () => {
    const { rows, passed } = await read(fixture('blank-and-total.csv'))
    expect(rows.map(({ line }) => line)).toEqual([2])
    expect(passed).toMatchObject([
      { line: 3, why: 'blank' },
      { line: 4, why: 'blank' },
      { line: 5, text: 'TOTAL · 1 · 94200', why: 'total' },
    ])
  })

  test('the header said again on each page, a remark at the end; a family named Total is somebody', async () => {
    const text = 'nom;prenom;email\nTOTAL;Anne;a@ex.fr\nnom;prenom;email\nBRUN;Lucie;l@ex.fr\nÉdité le 12/11/2026;;\n'
    const { rows, passed } = await read(text)
    expect(rows.map(({ cells }) => cells[0])).toEqual(['TOTAL', 'BRUN'])
    expect(passed.map(({ why }) => why)).toEqual(['header again', 'remark at the end'])
  })

  test('a value under no column refuses its row', async () => {
    const { rows } = await read('nom;prenom;email\nBRUN;Lucie;l@ex.fr\nPETIT;2 rue des Lilas;bât. B;n@ex.fr\n')
    expect(rows.map(({ faults }) => faults.length)).toEqual([0, 1])
    expect(rows[1]?.faults[0]).toContain('« n@ex.fr » est au-delà de la dernière colonne')
  })

  test('two sheets that could be the list: the fuller is read, and it is asked', async () => {
    const list = (name: string) => [['Nom', 'Prénom', 'Email'], [name, 'Lucie', 'l@ex.fr']]
    const book = await writeExcel([{ sheet: '2025', data: list('ANCIEN') }, { sheet: '2026', data: list('BRUN') }]).toBuffer()
    const first = await read(book)
    expect(question(first, 'sheet')).toMatchObject({ taken: '2025', choices: [{ value: '2025' }, { value: '2026' }] })
    expect(cell(await read(book, { sheet: '2026' }), 0, 0)).toBe('BRUN')
  }) // prettier-ignore

  test('names that nobody knows: the header is only likely; no names at all: there is none', async () => {
    expect((await read('Adhérent;Contact\nLucie Brun;l@ex.fr\n')).header).toMatchObject({ lines: [1], certain: false })
    expect((await read('27/11/2026;50,00;VIR ROUX\n26/11/2026;-31,20;EDF\n')).header).toBeNull()
  })

  test.each([
    ['cell', 'nom;prenom\n\u200bBRUN\u00a0;He\u0301le\u0300ne\n', ['BRUN', 'Hélène']],
    ['hyphen', 'nom;prenom\nBen\u2011Haïm;Anne\u2010Marie\n', ['Ben-Haïm', 'Anne-Marie']],
    ['text mark', "nom;prenom\n'0612345678;'t Hooft\n", ['0612345678', "'t Hooft"]],
  ])('clean %s', async (_, text, cells) => expect((await read(text)).rows[0]?.cells).toEqual(cells))

  test('every row of a file is read or passed over, whatever it holds', async () => {
    const text = fc.stringMatching(/^[ -~éà«»;,"]{0,12}$/).map((each) => each.replaceAll('"', ''))
    const row = fc.oneof(fc.constant(['', '']), fc.array(text, { minLength: 1, maxLength: 5 }), fc.constant(['TOTAL', '3']))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), fc.array(row, { minLength: 1, maxLength: 20 }), async (above, below) => {
        const all = [...above, ['nom', 'prenom', 'email'], ...below, ['BRUN', 'Lucie', 'l@ex.fr']]
        const csv = all.map((cells) => cells.map((each) => `"${each}"`).join(';')).join('\r\n')
        const { rows, passed, header } = await read(csv)
        const lines = [...rows, ...passed].map(({ line }) => line).concat(header?.lines ?? [])
        expect(lines.toSorted((a, b) => a - b)).toEqual(all.map((_, index) => index + 1))
      }),
    )
  }) // prettier-ignore
})

test.each([
  ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'ni un CSV ni un classeur'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'ancien classeur'],
  [
    'a locked workbook',
    Buffer.from(`\xd0\xcf\x11\xe0${[...'EncryptedPackage'].join('\0')}\0`, 'latin1'),
    'mot de passe',
  ],
  ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
  ['a page that calls itself a workbook', Buffer.from('<html><table><tr><td>Nom</td></tr></table>'), 'page web'],
  ['an archive that is no workbook', Buffer.from([0x50, 0x4b, 3, 4, 9, 9]), 'abîmé'],
  ['a header alone', Buffer.from('nom;prenom\n'), 'pas de ligne'],
  ['quotes left open', Buffer.from('nom;prenom\n"Martin;Anne\n'), 'guillemets'],
  ['too many columns', Buffer.from(`nom;prenom\n${';'.repeat(600)}\n`), 'plus de 500 colonnes'],
])('%s is refused with what to do', async (_, bytes, words) => {
  const refused = await refusalOf(read(bytes))
  expect(refused).toMatchObject({ status: 400 })
  expect(refused.fieldErrors.file?.[0]).toContain(words)
})
