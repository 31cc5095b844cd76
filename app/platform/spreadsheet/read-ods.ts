import { Parser } from 'saxen'
import { OdsCells } from './ods-cells'
import type { RawSheet } from './open-workbook.server'
import { unreadable } from './table'

const NAMESPACES = {
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
}

/** The sheets of a LibreOffice workbook, from its content.xml. Refused (400): not well formed, definitions, far too many cells. */
export function readOds(xml: string): RawSheet[] {
  const cells = new OdsCells()
  const faults: Error[] = []
  const parser = new Parser().ns(NAMESPACES)
  parser.on('openTag', (name, attributes, decode) => {
    const of = attributes()
    cells.open(name, (attribute) => (of[attribute] === undefined ? null : decode(of[attribute])))
  })
  parser.on('closeTag', (name) => cells.close(name))
  parser.on('text', (text, decode) => cells.text(decode(text)))
  parser.on('cdata', (text) => cells.text(text))
  parser.on('attention', () => {
    throw unreadable('Ce classeur contient des définitions qui ne sont pas lues : enregistrez-le en .xlsx ou en CSV.')
  })
  parser.on('error', (error) => faults.push(error))
  parser.parse(xml)
  if (faults.length > 0 || cells.sheets.length === 0)
    throw unreadable('Ce classeur LibreOffice est mal formé : enregistrez-le à nouveau, ou en CSV.')
  return cells.sheets
}
