import { describe, expect, test } from 'vitest'
import { memberVocabulary } from '~/members/import/column-names'
import { readTable } from '~/platform/spreadsheet/read-table.server'
import { zip } from '~/platform/spreadsheet/zip.server'
import { refusalOf } from '../../members/support'

const NAMES = ['office', 'table', 'text', 'draw']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0"`)
  .join(' ')
const contentOf = (sheets: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${NAMES} office:version="1.3"><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`
const sheet = (rows: string, name = 'Membres') => `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="16384"/>${rows}</table:table>` // prettier-ignore
const row = (cells: string, of = '') => `<table:table-row${of}>${cells}</table:table-row>`
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
const typed = (type: string, value: string, shown: string) => `<table:table-cell office:value-type="${type}" office:${type === 'date' ? 'date-' : ''}value="${value}"><text:p>${shown}</text:p></table:table-cell>` // prettier-ignore
const HEADER = row(['Nom', 'Prénom', 'Email', 'Téléphone', 'Date d’adhésion'].map(text).join(''))

async function archive(files: Record<string, string>): Promise<Buffer> {
  return Buffer.concat(
    await zip(Object.entries(files).map(([name, content]) => ({ name, content: [content] }))).toArray(),
  )
}
const ods = (rows: string, more: Record<string, string> = {}) =>
  archive({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': contentOf(sheet(rows)),
    ...more,
  })
const read = async (bytes: Promise<Buffer>) => readTable(await bytes, { vocabulary: memberVocabulary })

describe('a LibreOffice workbook is read as any other', () => {
  test('texts, numbers, days; blank rows between are passed over with their line; what is beside is not the value', async () => {
    const remark = '<office:annotation><text:p>à vérifier</text:p></office:annotation>'
    const table = await read(
      ods(
        HEADER +
          row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="2"') +
          row(
            `<table:table-cell office:value-type="string">${remark}<text:p>BR<text:span>UN</text:span></text:p></table:table-cell>` +
              text('Lucie<text:s text:c="2"/>Anne') +
              text('l&amp;b@ex.fr') +
              typed('float', '612345678', '06 12 34 56 78') +
              typed('date', '2026-03-14T00:00:00', '14/03/26'),
          ) +
          row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048572"'),
      ),
    )
    expect(table.form).toBe('classeur LibreOffice, feuille « Membres »')
    expect(table.rows).toMatchObject([{ line: 4, cells: ['BRUN', 'Lucie  Anne', 'l&b@ex.fr', '06 12 34 56 78', '2026-03-14'] }]) // prettier-ignore
    expect(table.passed.map(({ line, why }) => [line, why])).toEqual([[2, 'blank'], [3, 'blank']]) // prettier-ignore
  })

  test('a sum is the one that the workbook computes with, not the one shown; a truth is said', async () => {
    const cells = typed('currency', '1250.5', '1 251 €') + '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>' // prettier-ignore
    const table = await read(ods(row(['Nom', 'Montant réglé', 'Accord'].map(text).join('')) + row(text('BRUN') + cells))) // prettier-ignore
    expect(table.rows[0]?.cells).toEqual(['BRUN', '1250.5', 'oui'])
  })

  test('cells and rows said once for several', async () => {
    const twice = '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>X</text:p></table:table-cell>' // prettier-ignore
    const table = await read(ods(HEADER + row(text('BRUN') + twice, ' table:number-rows-repeated="3"')))
    expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([2, 3, 4].map((line) => [line, 'BRUN', 'X', 'X'])) // prettier-ignore
  })

  test('two sheets that could be the list are asked about', async () => {
    const list = HEADER + row(text('BRUN') + text('Lucie'))
    const two = archive({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': contentOf(sheet(list, '2025') + sheet(list, '2026')),
    })
    expect((await read(two)).questions).toMatchObject([
      { id: 'sheet', choices: [{ value: '2025' }, { value: '2026' }] },
    ])
  })
})

/** The directory of an archive made to say another size of its last file. */
function saying(bytes: Buffer, size: number): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt32LE(size, changed.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
  return changed
}

describe('what is small and opens without end is refused before it is read', () => {
  const large = (megabytes: number) => ' '.repeat(megabytes * 1024 * 1024)
  const only = { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }

  test.each<[string, () => Promise<Buffer>, string]>([
    ['more than it may hold, said', () => ods(HEADER, { 'big.xml': large(151) }), 'trop grand'],
    ['more than it says', async () => saying(await archive({ ...only, 'content.xml': large(20) }), 1_000), 'abîmé'],
    ['less than it says', async () => saying(await ods(HEADER), 1_000_000), 'abîmé'],
    ['content beyond what is parsed', () => archive({ ...only, 'content.xml': contentOf(HEADER) + large(61) }), 'trop grand'],
    ['thousands of files', () => ods(HEADER, Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`${at}`, '']))), 'trop grand'],
    ['a row filled to the edge', () => ods(HEADER + row('<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>')), 'plus de 500 colonnes'],
    ['a row said a million times', () => ods(HEADER + row(text('BRUN'), ' table:number-rows-repeated="1048575"')), 'au-delà de la ligne'],
    ['a cell at the very end', () => ods(HEADER + row('', ' table:number-rows-repeated="1048574"') + row(text('BRUN'))), 'au-delà de la ligne'],
    ['definitions', () => archive({ ...only, 'content.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${contentOf(HEADER)}` }), 'définitions'],
    ['a tag left open', () => archive({ ...only, 'content.xml': contentOf(HEADER).slice(0, -40) }), 'mal formé'],
    ['a password', () => ods(HEADER, { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'mot de passe'],
    ['a text of LibreOffice', () => archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }), 'ni un classeur'],
  ])('%s', async (_, bytes, words) => {
    const refused = await refusalOf(read(bytes()))
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining(words) })
  }) // prettier-ignore
})
