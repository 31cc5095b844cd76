import type { Readable } from 'node:stream'
import { zip } from './zip.server'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const parts = (sheet: string) => [
  {
    name: '[Content_Types].xml',
    content: [
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
      `<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>`,
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/></Types>`,
    ],
  },
  {
    name: '_rels/.rels',
    content: [
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  },
  {
    name: 'xl/workbook.xml',
    content: [
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: [
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`,
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
  },
  {
    name: 'xl/styles.xml',
    content: [
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`,
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>`,
      `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
  },
]

/** One row of a sheet; a figure is `{ number }` as XLSX writes it (« 12.50 »), the rest is text and never a formula. */
export type SheetCell = string | { number: string }

/**
 * A workbook of one sheet that streams, its first row bold and fixed: memory does not grow with the rows. Why its XML is
 * written here: docs/decisions/0013.
 */
export function xlsx(sheet: string, header: readonly string[], rows: AsyncIterable<readonly SheetCell[][]>): Readable {
  return zip([...parts(sheet), { name: 'xl/worksheets/sheet1.xml', content: sheetXml(header, rows) }])
}

async function* sheetXml(
  header: readonly string[],
  batches: AsyncIterable<readonly SheetCell[][]>,
): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  yield `<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${header.length}" width="18" customWidth="1"/></cols><sheetData>`
  yield `<row r="1">${header.map((text, column) => cell(text, 1, column, ' s="1"')).join('')}</row>`
  let number = 1
  for await (const rows of batches)
    yield rows
      .map(
        (row) => `<row r="${(number += 1)}">${row.map((value, column) => cell(value, number, column)).join('')}</row>`,
      )
      .join('')
  yield '</sheetData></worksheet>'
}

function cell(value: SheetCell, row: number, column: number, style = ''): string {
  if (value === '') return ''
  const at = `${columnName(column)}${row}`
  if (typeof value === 'object') return value.number === '' ? '' : `<c r="${at}"${style}><v>${value.number}</v></c>`
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Text of XML: its marks escaped, the control signs that it does not allow left out. */
function escape(text: string): string {
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return clean.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
