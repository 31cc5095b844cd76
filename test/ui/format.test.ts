import { describe, expect, test } from 'vitest'
import { euros, frenchDate, frenchDateTime, frenchNumber, frenchTime, list, moneyInput, plural } from '~/ui/format'

describe('dates', () => {
  test('the first of a month is « 1er »', () => expect(frenchDate('2027-06-01')).toBe('1er\u00a0juin 2027'))
  test('with its weekday', () => expect(frenchDate('2027-06-12', { weekday: true })).toBe('samedi 12\u00a0juin 2027'))
  test('what is no date comes back as it is', () => expect(frenchDate('deux tiers')).toBe('deux tiers'))
  test('an instant is told in Paris time, in summer', () =>
    expect(frenchDateTime('2027-05-10T07:30:00Z')).toBe('10\u00a0mai 2027 à 9\u00a0h\u00a030'))
  test('and in winter, past midnight', () =>
    expect(frenchDateTime(new Date('2027-12-31T23:05:00Z'))).toBe('1er\u00a0janvier 2028 à 0\u00a0h\u00a005'))
  test('a full hour has no minutes', () => expect(frenchTime('18:00')).toBe('18\u00a0h'))
})

describe('numbers and money', () => {
  test('thousands are parted by narrow no-break spaces', () =>
    expect(frenchNumber(1234567)).toBe('1\u202f234\u202f567'))
  test('cents below ten keep their zero', () => expect(euros(100005)).toBe('1\u202f000,05\u00a0€'))
  test('a negative amount has a true minus', () => expect(euros(-50)).toBe('−0,50\u00a0€'))
  test('a field holds a comma and no spaces', () => expect(moneyInput(123450)).toBe('1234,50'))
  test('nothing stays empty', () => expect(moneyInput(null)).toBe(''))
})

describe('words', () => {
  test.each([
    [0, '0\u00a0membre'],
    [1, '1\u00a0membre'],
    [2, '2\u00a0membres'],
  ])('%i', (count, said) => expect(plural(count, 'membre')).toBe(said))
  test('voix does not change', () => expect(plural(3, 'voix', 'voix')).toBe('3\u00a0voix'))
  test.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A et B'],
    [['A', 'B', 'C'], 'A, B et C'],
  ])('%j', (items, said) => expect(list(items)).toBe(said))
})
