import { describe, expect, test } from 'vitest'
import { finessCell, postcodeCell, rppsCell, siretCell } from '~/members/import/identifier-cells'
import { readFullName, type NameOrder } from '~/members/import/names-cell'

describe('identifiers as registers write them', () => {
  test.each([
    ['10001234565', '10001234565', undefined],
    ['810001234565', '10001234565', undefined],
    ['RPPS : 100 012 345 65', '10001234565', undefined],
    ['10001234565 | 359100012', '10001234565', '359100012'],
    ['359100012', '', 'ADELI'],
    ['néant', '', undefined],
    ['10001234566', '10001234566', undefined],
  ])('RPPS « %s »', (text, value, rest) => {
    const cell = rppsCell(text)
    expect(cell.value).toBe(value)
    expect(cell.note).toEqual(rest && expect.stringContaining(rest))
  })

  test.each([
    ['750712184 (ET)', '750712184'],
    ['750712184|940001234', '750712184'],
    ['FINESS ET 690781810', '690781810'],
    ['-', ''],
  ])('FINESS « %s »', (text, value) => expect(finessCell(text).value).toBe(value))

  test('SIRET in groups', () => expect(siretCell('732 829 320 00074').value).toBe('73282932000074'))

  test.each([
    ['94204 CEDEX', '94204', ''],
    ['94204 Cedex 2', '94204', ''],
    ['F-94200', '94200', ''],
    ['94200 Ivry-sur-Seine', '94200', 'Ivry-sur-Seine'],
    ['94 200', '94200', ''],
    ['1000', '01000', ''],
    ['94200.0', '94200', ''],
    ['942', '942', ''],
  ])('postcode « %s »', (text, postcode, town) => expect(postcodeCell(text)).toEqual({ postcode, town }))
})

describe('names in one cell', () => {
  const name = (text: string, order: NameOrder = null) => {
    const cell = readFullName(text, order)
    return cell.is === 'read' ? `${cell.name.firstName}|${cell.name.lastName}` : cell.is
  }
  test.each([
    ['MARTIN Anne', 'Anne|MARTIN'],
    ['Anne MARTIN', 'Anne|MARTIN'],
    ['Dr Anne MARTIN-ROUX', 'Anne|MARTIN-ROUX'],
    ['D’ARTAGNAN Anne', 'Anne|D’ARTAGNAN'],
    ['Martin, Anne', 'Anne|Martin'],
    ['BRUN née PETIT Lucie', 'Lucie|BRUN'],
    ['Lucie Brun', 'asked'],
    ['LUCIE BRUN', 'asked'],
    ['Brun', 'refused'],
    ['M. et Mme Brun', 'refused'],
    ['M. BRUN', 'refused'],
  ])('« %s » is %s', (text, expected) => expect(name(text)).toBe(expected))

  test.each<[string, NameOrder, string]>([
    ['Lucie Brun', 'first-last', 'Lucie|Brun'],
    ['Brun Lucie', 'last-first', 'Lucie|Brun'],
    ['Lucie de La Tour', 'first-last', 'Lucie|de La Tour'],
    ['de La Tour Lucie', 'last-first', 'Lucie|de La Tour'],
    ['Mme Lucie Brun', 'first-last', 'Lucie|Brun'],
  ])('« %s », %s', (text, order, expected) => expect(name(text, order)).toBe(expected))
})
