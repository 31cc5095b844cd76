import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFiness, checkRna, checkRpps, checkSiren, checkSiret, type Checked } from '~/members/identity/identifiers'

const cases = [
  {
    name: 'RPPS',
    check: checkRpps,
    examples: ['10000000017', '10100000024', '10001234565'],
    wrong: ['1000123456', '100012345655', '1000123456X'],
  },
  {
    name: 'FINESS',
    check: checkFiness,
    examples: ['750712184', '690781810', '350005179'],
    wrong: ['75071218', '7507121844', 'AB0712184'],
  },
  {
    name: 'SIREN',
    check: checkSiren,
    examples: ['732829320', '552008443', '200034528'],
    wrong: ['73282932', 'W73282932'],
  },
  {
    name: 'SIRET',
    check: checkSiret,
    examples: ['73282932000074', '20003452800014'],
    wrong: ['732829320', '7328293200007'],
  },
] satisfies { name: string; check: (raw: string) => Checked; examples: string[]; wrong: string[] }[]

describe.each(cases)('$name', ({ check, examples, wrong }) => {
  test('known numbers pass, with spaces and dots too', () => {
    for (const value of examples) {
      expect(check(value)).toEqual({ ok: true, value })
      expect(check(` ${value.slice(0, 3)} ${value.slice(3, 6)}.${value.slice(6)}\u00a0`)).toEqual({ ok: true, value })
    }
  })

  test('another length or sign is refused with an example of the form', () => {
    for (const raw of wrong)
      expect(check(raw)).toMatchObject({ ok: false, message: expect.stringContaining('par exemple') })
  })

  test('one figure changed is always refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.nat(), fc.integer({ min: 1, max: 9 }), (value, place, shift) => {
        const at = place % value.length
        const changed = value.slice(0, at) + ((Number(value[at]) + shift) % 10) + value.slice(at + 1)
        expect(check(changed).ok).toBe(false)
      }),
    )
  })
})

test('SIRET of La Poste: the sum of the figures is a multiple of 5', () => {
  expect(checkSiret('35600000009075')).toEqual({ ok: true, value: '35600000009075' })
  expect(checkSiret('35600000009076').ok).toBe(false)
})

test('FINESS of Corsica: the form alone is judged', () => {
  expect(checkFiness('2a 0000014')).toEqual({ ok: true, value: '2A0000014' })
  expect(checkFiness('2B0000020').ok).toBe(true)
})

test('RNA: W and 9 signs, letters of some prefectures included', () => {
  expect(checkRna('w751 234 567')).toEqual({ ok: true, value: 'W751234567' })
  expect(checkRna('W9R1234567').ok).toBe(true)
  expect(checkRna('751234567').ok).toBe(false)
  expect(checkRna('W75123456').ok).toBe(false)
})
