import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmount } from '~/platform/spreadsheet/cells/amount'
import { readDates, type DateKind } from '~/platform/spreadsheet/cells/dates'
import { readEmail } from '~/platform/spreadsheet/cells/email.server'
import { readPhone } from '~/platform/spreadsheet/cells/phone'

const today = '2026-11-30'
const dates = (texts: string[], kind: DateKind = 'past', answers = {}) =>
  readDates({ id: 'on', name: 'Date', kind, texts }, { today, answers })
const day = (text: string, kind?: DateKind) => {
  const [cell] = dates([text], kind).cells
  return cell?.is === 'read' ? cell.value : cell?.is
}

describe('dates', () => {
  test.each([
    ['1/2/26', '2026-02-01'], ['12 mars 2026', '2026-03-12'], ['2026/03/12', '2026-03-12'], ['12.03.2026', '2026-03-12'],
    ['46093', '2026-03-12'], ['2026-03-12T00:00:00.000Z', '2026-03-12'], ['2026-03-11T23:00:00Z', '2026-03-12'],
    ['12/03/2026 10:22:33', '2026-03-12'], ['12/03/2026 à 10h22', '2026-03-12'], ['2026-03-12 00:00:00', '2026-03-12'],
    ['20260312', '2026-03-12'], ['00/00/0000', 'empty'], ['0000-00-00', 'empty'], ['0000-00-00 00:00:00', 'empty'], ['néant', 'empty'],
    ['12-mars-26', '2026-03-12'], ['1er août 2025', '2025-08-01'], ['jeudi 12 mars 2026', '2026-03-12'], ['5 févr. 2026', '2026-02-05'],
    ['Mar 12, 2026', '2026-03-12'], ['12-Dec-2025', '2025-12-12'], ['3 juil. 24', '2024-07-03'], ['31/02/2026', 'refused'],
    ['mars 2026', 'refused'], ['2026', 'refused'], ['bientôt', 'refused'], ['01/12/26', 'refused'], ['29/02/24', '2024-02-29'],
  ])('« %s » is %s', (text, expected) => expect(day(text)).toBe(expected)) // prettier-ignore

  test('a birth in two figures is asked, then read by the answer', () => {
    expect(day('04/05/80', 'birth')).toBe('asked')
    const column = dates(['04/05/80', '04/05/1979'], 'birth', { 'century:on': '19' })
    expect(column.cells).toMatchObject([{ value: '1980-05-04' }, { value: '1979-05-04' }])
    expect(column.questions[0]).toMatchObject({ id: 'century:on', taken: '19' })
  })

  test('a day above 12 in second place: the whole column is asked, one answer reads it', () => {
    const texts = ['3/4/2026', '3/25/2026', '2026-04-03']
    const { cells, questions } = dates(texts)
    expect(cells.map(({ is }) => is)).toEqual(['asked', 'asked', 'read'])
    expect(questions).toMatchObject([{ id: 'order:on', taken: null }])
    expect(dates(texts, 'past', { 'order:on': 'month' }).cells).toMatchObject([
      { value: '2026-03-04' }, { value: '2026-03-25' }, { value: '2026-04-03' },
    ]) // prettier-ignore
    expect(dates(texts, 'past', { 'order:on': 'day' }).cells.map(({ is }) => is)).toEqual(['read', 'refused', 'read'])
  })

  test('an American hour among French days refuses itself alone; in a whole column it asks', () => {
    expect(dates(['12/03/2026', '03/12/2026 12:00 AM']).cells.map(({ is }) => is)).toEqual(['read', 'refused'])
    expect(dates(['3/4/2026 9:00 AM', '3/5/2026 1:00 PM']).cells.map(({ is }) => is)).toEqual(['asked', 'asked'])
  })

  test('never a day of one order in a column that shows the other', () => {
    const part = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part), { minLength: 1 }), fc.integer({ min: 13, max: 28 }), (days, odd) => {
        const texts = [...days.map(([a, b]) => `${a}/${b}/2026`), `1/${odd}/2026`]
        expect(dates(texts).cells.every(({ is }) => is === 'asked')).toBe(true)
      }),
    )
  })
})

describe('sums', () => {
  test.each([
    ['12,50', 1_250, null], ['1 250,00', 125_000, null], ['1\u202f250,00 €', 125_000, null], ['1.250,00', 125_000, null],
    ['1,250.00', 125_000, null], ['+50', 5_000, '+'], ['-50,5', -5_050, '-'], ['−50,00', -5_000, '-'], ['50,00-', -5_000, '-'],
    ['(50,00)', -5_000, '-'], ['50.00 EUR', 5_000, null], ['50,00 D', -5_000, '-'], ['50,00 Cr', 5_000, '+'], ['0,00', 0, null],
    ['1’250,00', 125_000, null],
  ])('« %s » is %i cents, sign %s', (text, cents, sign) =>
    expect(readAmount(text)).toEqual({ is: 'read', value: { cents, sign } })) // prettier-ignore

  test.each(['1,250', '1.250', 'douze', '12,505', '$50', '50 USD', '12/03', '--5'])('« %s » is refused', (text) =>
    expect(readAmount(text).is).toBe('refused'),
  )

  test.each(['', '-', 'néant'])('« %s » is nothing', (text) => expect(readAmount(text).is).toBe('empty'))

  test('what a bank writes is read back to the cent, with its sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
        const written = (cents / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 })
        expect(readAmount(written)).toMatchObject({ is: 'read', value: { cents } })
      }),
    )
  })
})

describe('telephones: never refused', () => {
  test.each([
    ['0612345678', '06 12 34 56 78', undefined], ['+33 (0)6 12 34 56 78', '06 12 34 56 78', undefined],
    ['0033612345678', '06 12 34 56 78', undefined], ['06 12 34 56 78 / 05 56 00 00 00', '06 12 34 56 78', '05 56 00 00 00'],
    ['06 12 34 56 78 05 56 00 00 00', '06 12 34 56 78', '05 56 00 00 00'], ['06 12 34 56 78 (pro)', '06 12 34 56 78', 'pro'],
    ['612345678', '06 12 34 56 78', undefined], ['33612345678', '06 12 34 56 78', undefined],
    ['06-12-34-56-78', '06 12 34 56 78', undefined], ['06.12.34.56.78.', '06 12 34 56 78', undefined],
    ['+262 692 12 34 56', '+262 692 12 34 56', undefined], ['Tél. : 06 12 34 56 78', '06 12 34 56 78', undefined],
  ])('« %s »', (text, value, rest) => {
    const cell = readPhone(text)
    expect(cell).toMatchObject({ is: 'read', value })
    expect('note' in cell ? cell.note : undefined).toEqual(rest && expect.stringContaining(rest))
  }) // prettier-ignore

  test.each(['néant', '-', 'NC', ''])('« %s » is nothing', (text) => expect(readPhone(text).is).toBe('empty'))
  test.each(['6,12346E+08', '0612', 'voir Lucie', '12345678901234567890'])('« %s » is left out and told', (text) =>
    expect(readPhone(text)).toMatchObject({ is: 'unread', note: expect.stringContaining(text) }),
  )
})

describe('e-mails', () => {
  test.each([
    ['a1@exemple.fr; a2@exemple.fr', 'a1@exemple.fr', 'a2@exemple.fr'], ['a1@exemple.fr,a2@exemple.fr', 'a1@exemple.fr', 'a2@'],
    ['lucie@hôpital-exemple.fr', 'lucie@xn--hpital-exemple-0ob.fr', undefined], ['lucie+cpts@exemple.fr', 'lucie+cpts@exemple.fr', undefined],
    ['mailto:lucie.g@exemple.fr', 'lucie.g@exemple.fr', undefined], ['Lucie Brun <lucie.h@exemple.fr>', 'lucie.h@exemple.fr', undefined],
    ['Lucie.I@Exemple.FR', 'lucie.i@exemple.fr', undefined], ["l'abbe@exemple.fr", "l'abbe@exemple.fr", undefined],
    ['lucie.k@exemple.sante.fr.', 'lucie.k@exemple.sante.fr', undefined], ['lucie@medecin.mssante.fr', 'lucie@medecin.mssante.fr', undefined],
  ])('« %s » is %s', (text, value, rest) => {
    const cell = readEmail(text)
    expect(cell).toMatchObject({ is: 'read', value })
    expect('note' in cell ? cell.note : undefined).toEqual(rest && expect.stringContaining(rest))
  }) // prettier-ignore

  test.each([
    ['renée.brun@exemple.fr', 'accent avant le @'], ['lucie..l@exemple.fr', 'valable'], ['lucie.m@exemple,fr', 'virgule'],
    ['lucie', 'pas une adresse'],
  ])('« %s » is refused: %s', (text, why) => expect(readEmail(text)).toMatchObject({ is: 'refused', why: expect.stringContaining(why) })) // prettier-ignore

  test.each(['néant', '-', ''])('« %s » is nothing', (text) => expect(readEmail(text).is).toBe('empty'))
})
