import { describe, expect, test } from 'vitest'
import type { Field } from '~/members/import/column-names'
import { readDates } from '~/platform/spreadsheet/cells/dates'
import { readDues } from '~/members/import/dues-cells'

const TODAY = '2027-05-10'
const given = { duesYear: '2027', duesPaid: '50', duesPaidOn: '31/01/2027', duesMethod: 'virement', duesReference: '' }
const read = (more: Partial<Record<Field, string>> = {}, names: Partial<Record<Field, string>> = {}) => {
  const cells = { ...given, ...more }
  const column = { id: 'duesPaidOn', name: 'Réglée le', kind: 'past' as const, texts: [cells.duesPaidOn] }
  const [paidOn] = readDates(column, { today: TODAY }).cells
  return readDues((field) => cells[field as keyof typeof given] ?? '', { names, paidOn, today: TODAY })
}

describe('the columns of the dues', () => {
  test('year, sum, day, mode and reference', () => {
    expect(read({ duesPaid: '1 234,50 €', duesReference: 'VIR MARTIN' })).toEqual({
      year: 2027,
      paid: { cents: 123450, on: '2027-01-31', method: 'TRANSFER', reference: 'VIR MARTIN' },
      faults: [],
    })
  })

  test('nothing said, the year alone or a sum of zero: nothing is taken over', () => {
    const none = { duesPaid: '', duesPaidOn: '', duesMethod: '' }
    expect(read({ ...none, duesYear: '' })).toEqual({ year: null, paid: null, faults: [] })
    expect(read(none)).toEqual({ year: 2027, paid: null, faults: [] })
    expect(read({ ...none, duesPaid: '0,00' })).toEqual({ year: 2027, paid: null, faults: [] })
  })

  test('a day without a sum: all that is asked', () => {
    expect(read({ duesPaid: '' }).paid?.cents).toBeNull()
  })

  test.each([
    ['09/05/2027', true],
    ['10/05/2027', true],
    ['11/05/2027', false],
  ])('paid on %s, the 10th of May: %s', (duesPaidOn, taken) => {
    const { paid, faults } = read({ duesPaidOn })
    expect(paid !== null).toBe(taken)
    expect(faults).toEqual(taken ? [] : ['cotisation_reglee_le : cette date est à venir.'])
  })

  test.each([
    [{ duesYear: '' }, 'cotisation_annee : indiquez l’année'],
    [{ duesYear: '27' }, 'cotisation_annee : « 27 » n’est pas une année'],
    [{ duesPaid: 'cinquante' }, 'cotisation_montant : « cinquante » n’est pas un montant'],
    [{ duesPaid: '50,001' }, 'cotisation_montant : « 50,001 »'],
    [{ duesPaid: '-50' }, 'cotisation_montant : « -50 »'],
    [{ duesPaid: '0' }, 'cotisation_montant : le montant est nul'],
    [{ duesPaidOn: '31/02/2027' }, 'cotisation_reglee_le : « 31/02/2027 » n’est pas une date'],
    [{ duesPaidOn: '' }, 'cotisation_reglee_le : indiquez le jour'],
    [{ duesMethod: 'carte' }, 'cotisation_mode : écrivez virement, chèque ou espèces, au lieu de « carte »'],
    [{ duesMethod: '' }, 'cotisation_mode : écrivez virement, chèque ou espèces.'],
    [{ duesReference: 'x'.repeat(141) }, 'cotisation_reference : écrivez 140 signes au plus'],
  ])('%j is refused by its column', (more, words) => {
    const { paid, faults } = read(more)
    expect(paid).toBeNull()
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(words)
  })

  test('a fault names the column as the file does', () => {
    expect(read({ duesMethod: 'troc' }, { duesMethod: 'Mode de règlement' }).faults[0]).toMatch(/^Mode de règlement : /)
  })

  test.each([
    ['Chèque', 'CHEQUE'],
    ['chq', 'CHEQUE'],
    ['ESPÈCES', 'CASH'],
    ['liquide', 'CASH'],
    ['Virement bancaire', 'TRANSFER'],
  ])('« %s » is %s', (duesMethod, method) => {
    expect(read({ duesMethod }).paid?.method).toBe(method)
  })
})
