import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { withFingerprints } from '~/banking/fingerprints'
import { checkBic, checkIban, spacedIban } from '~/banking/iban'
import { referenceCandidates } from '~/banking/references'
import { readStatement } from '~/banking/statement/read-statement.server'
import { totalsOf } from '~/banking/statement/reading'
import type { Answers } from '~/platform/spreadsheet/table'

const file = (name: string) => readFileSync(`test/fixtures/statements/${name}`)
const read = (text: string | Uint8Array, answers: Answers = {}) =>
  readStatement(typeof text === 'string' ? Buffer.from(text) : text, { today: '2026-11-30', answers })
const said = async (name: string, answers: Answers = {}) => {
  const { operations } = await read(file(name), answers)
  return operations.map(({ on, cents }) => `${on} ${cents}`).toSorted()
}
const ONE_OF_EACH = ['2026-11-26 -3120', '2026-11-27 5000']

describe('statements of French banks: one credit of 50,00 and one debit of 31,20', () => {
  test.each([
    'banque-postale.csv', 'credit-agricole.csv', 'credit-mutuel-cic.csv', 'societe-generale.csv', 'hello-bank.csv',
    'caisse-epargne-ancien.csv', 'banque-populaire.csv', 'qonto.csv', 'boursorama.csv', 'n26.csv', 'lcl-avec-entete.csv',
  ])('%s', async (name) => {
    const reading = await read(file(name))
    expect(reading).toMatchObject({ wanting: [], refused: [], asked: [], guessed: false })
    expect(reading.questions.filter(({ taken }) => taken === null)).toEqual([])
    expect(await said(name)).toEqual(ONE_OF_EACH)
    expect(reading.operations.find(({ cents }) => cents > 0)?.label).toMatch(/roux jeanne|jeanne roux/i)
  }) // prettier-ignore

  test.each([
    ['caisse-epargne-ancien.csv', 419_175, 421_055],
    ['credit-mutuel-cic.csv', 419_175, 421_055],
    ['banque-postale.csv', null, 421_055],
    ['credit-agricole.csv', null, 421_055],
    ['boursorama.csv', null, null],
  ])('%s gives its balances, which the rows agree with', async (name, openingCents, closingCents) => {
    const reading = await read(file(name))
    expect(reading.balances).toEqual({ openingCents, closingCents })
    expect(totalsOf(reading).gapCents).toBe(openingCents === null ? null : 0)
  })

  test('an operation that the bank refused is passed over, and told', async () => {
    const { passed } = await read(file('qonto.csv'))
    expect(passed).toMatchObject([{ line: 4, why: expect.stringContaining('Refusé') }])
  })
})

describe('the direction of the money', () => {
  test.each([
    ['sens-d-c.csv', ['2026-11-28 -6000']],
    ['sens-mots.csv', ONE_OF_EACH],
    ['sens-signes.csv', ONE_OF_EACH],
  ])('%s', async (name, operations) => expect(await said(name)).toEqual(operations))

  test('unsigned sums and a column that is not understood: refused, naming it, until somebody says what it is', async () => {
    const reading = await read(file('sens-inconnu.csv'))
    expect(reading.operations).toEqual([])
    expect(reading.wanting).toEqual([expect.stringContaining('« Mvt » n’est pas comprise')])
    const answered = read(file('sens-inconnu.csv'), { 'column:3': 'direction' })
    await expect(answered).rejects.toThrow('« E » ne dit ni débit ni crédit.')
    expect((await read(file('sens-inconnu.csv'), { 'column:3': 'none' })).questions).toMatchObject([{ id: 'unsigned' }])
  })

  test('unsigned sums alone: taken as received, asked when a label tells of a debit', async () => {
    const credits = await read('Date;Libellé;Montant\n27/11/2026;VIR ROUX;50,00\n')
    expect(credits.questions).toMatchObject([{ id: 'unsigned', taken: 'credits' }])
    const doubtful = await read('Date;Libellé;Montant\n27/11/2026;VIR ROUX;50,00\n26/11/2026;PRLV EDF;80,00\n')
    expect(doubtful.questions).toMatchObject([{ id: 'unsigned', taken: null }])
  })

  test.each([
    ['50,00;C', 5000],
    ['50,00;D', -5000],
    ['-50,00;D', -5000],
    ['-50,00;C', null],
    ['+50,00;D', null],
    ['50,00;', null],
    ['50,00;Virement', null],
  ])('« %s »', async (cells, cents) => {
    const { operations } = await read(`Date;Libellé;Montant;Sens\n27/11/2026;VIR;${cells}\n27/11/2026;AUTRE;1,00;C\n`)
    expect(operations.find(({ label }) => label === 'VIR')?.cents ?? null).toBe(cents)
  })

  test('always: what is written as a debit is never money received', async () => {
    const row = fc.record({ cents: fc.integer({ min: 1, max: 999_999_99 }), out: fc.boolean(), minus: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const text = rows.map(({ cents, out, minus }, index) => {
          const sum = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`
          return `27/11/2026;OP ${index};${out ? (minus ? '-' : '') + sum : ''};${out ? '' : sum}`
        })
        const { operations } = await read(`Date;Libellé;Débit;Crédit\n${text.join('\n')}\n`)
        expect(operations.map(({ cents }) => cents)).toEqual(rows.map(({ cents, out }) => (out ? -cents : cents)))
      }),
      { numRuns: 40 },
    )
  })
})

describe('without names of columns', () => {
  test.each(['sans-entete-bnp.csv', 'sans-entete-lcl.csv'])('%s: found by what they hold; the balance is no operation', async (name) => {
    const reading = await read(file(name))
    expect(reading.guessed).toBe(true)
    expect(await said(name)).toEqual(ONE_OF_EACH)
    expect(reading.passed).toMatchObject([{ why: 'solde, et non une opération' }])
    expect(reading.balances.closingCents).toBe(421_055)
  }) // prettier-ignore
  test('the same in the alphabet of Windows, as LCL sends it', async () => {
    const reading = await read(iconv.encode(file('sans-entete-lcl.csv').toString(), 'windows-1252'))
    expect(reading.operations.map(({ on, cents }) => [on, cents])).toEqual([['2026-11-27', 5_000], ['2026-11-26', -3_120]]) // prettier-ignore
    expect(reading.columns[2]?.samples).toContain('Prélèvement')
  })
  test('a debit and a credit column', async () =>
    expect(await said('sans-entete-deux-colonnes.csv')).toEqual(['2026-11-25 -8000', ...ONE_OF_EACH]))
  test('a sum and the balance that it makes', async () =>
    expect(await said('sans-entete-solde.csv')).toEqual(['2026-11-25 5000', '2026-11-26 -3120']))
  test('nothing to go by: asked, then read as it is said', async () => {
    const text = 'a;b;c\n1;2;3\n'
    expect((await read(text)).wanting[0]).toContain('la date, le libellé et le montant')
  })
})

describe('every row ends somewhere', () => {
  test('a sentence with commas before a table with semicolons', async () =>
    expect(await said('preambule-virgules.csv')).toEqual(['2026-11-27 5000']))

  test('read, refused with its reason, or passed over', async () => {
    const { operations, refused, passed, balances, questions } = await read(file('lignes-diverses.csv'))
    expect(operations).toMatchObject([{ label: 'VIR ROUX', cents: 5000 }])
    expect(refused.map(({ line, why }) => `${line} ${why}`)).toEqual([
      expect.stringContaining('3 Date :'),
      '4 La date manque.',
      expect.stringContaining('6 Le débit et le crédit'),
      expect.stringContaining('8 Un crédit de'),
      '9 La somme manque.',
    ])
    expect(passed.map(({ line }) => line)).toEqual([10, 2, 7, 11])
    expect(operations.length + refused.length + passed.length).toBe(10)
    expect(balances).toEqual({ openingCents: 100_000, closingCents: 105_000 })
    expect(questions).toEqual([])
  })

  test('balances that the rows do not make are asked about', async () => {
    const text =
      'Date;Libellé;Débit;Crédit\nAncien solde;;;1 000,00\n27/11/2026;VIR ROUX;;50,00\nNouveau solde;;;1 018,80\n'
    expect((await read(text)).questions).toMatchObject([{ id: 'balance', taken: null, question: expect.stringContaining('−31,20') }]) // prettier-ignore
    expect((await read(text, { balance: 'kept' })).questions).toMatchObject([{ taken: 'kept' }])
  })

  test.each([
    ['nothing in it', 'Date;Libellé;Montant\nSolde;;12\n', 'aucune opération'],
    ['a sum that nobody can read', 'Date;Libellé;Montant\n03/05/2026;VIR;cinquante\n', 'Ligne 2'],
    ['an OFX without statement', 'OFXHEADER:100\n\n<OFX></OFX>', 'aucun relevé'],
    ['another XML', '<?xml version="1.0"?><Document><BkToCstmrDbtCdtNtfctn/></Document>', 'CAMT.053'],
    ['an entity that reads a file', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>', 'définitions'],
    ['an OFX cut short', 'OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS>', 'mal formé'],
  ])('%s: refused', async (_, text, why) => {
    await expect(read(text)).rejects.toMatchObject({ status: 400, message: expect.stringContaining(why) })
  }) // prettier-ignore
})

describe('OFX', () => {
  test.each(['ofx-1-point.ofx', 'ofx-1-virgule.ofx'])('%s: two true equal lines, an empty id, a lone &, the accents', async (name) => {
    const reading = await read(file(name))
    expect(reading).toMatchObject({ form: 'OFX', account: '0500013M026', refused: [], balances: { closingCents: 3_627_500 } })
    expect(reading.operations.map(({ on, cents }) => `${on} ${cents}`)).toEqual([
      '2027-03-03 5000', '2027-03-05 -125000', '2027-03-06 -1250', '2027-03-06 -1250', '2027-03-10 3750000',
    ])
    expect(reading.operations[1]?.label).toBe('PRLV LOYER MAISON DE SANTÉ · LOYER MARS & CHARGES')
  }) // prettier-ignore
  test('2.x, in UTF-8', async () => {
    const { operations } = await read(file('ofx-2.ofx'))
    expect(operations).toMatchObject([{ on: '2026-01-15', label: 'Réunion & café', cents: -1000 }])
  })
  test.each([
    ['20260131233000[0:GMT]', 'CREDIT', '50.00', '2026-02-01 5000'],
    ['20260131233000[+1:CET]', 'CREDIT', '50.00', '2026-01-31 5000'],
    ['20260131', 'CREDIT', '-50.00', null],
    ['20260131', 'DEBIT', '50.00', null],
    ['20260231', 'CREDIT', '50.00', null],
    ['20260131', 'XFER', '-50', '2026-01-31 -5000'],
  ])('%s %s %s', async (posted, type, amount, expected) => {
    const entry = (...[day, kind, sum]: string[]) => `<STMTTRN><TRNTYPE>${kind}<DTPOSTED>${day}<TRNAMT>${sum}<FITID>1<NAME>VIR</STMTTRN>`
    const text = `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST>${entry('20260101', 'CREDIT', '1.00')}${entry(posted, type, amount)}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
    const { operations, refused } = await read(text)
    const [, second] = operations
    expect(second ? `${second.on} ${second.cents}` : null).toBe(expected)
    expect(refused).toHaveLength(expected === null ? 1 : 0)
  }) // prettier-ignore
})

describe('CAMT.053', () => {
  test('version 02: several transactions in an entry, a reversal, one that is pending; balances that agree', async () => {
    const reading = await read(file('camt-v02.xml'))
    expect(reading.operations.map(({ on, cents, label }) => `${on} ${cents} ${label}`)).toEqual([
      '2026-11-27 5000 ROUX JEANNE · C2027-00025',
      '2026-11-27 5000 PETIT JEAN · C2027-00026',
      '2026-11-26 -3120 PRLV ASSURANCE',
      '2026-11-28 7500 Annulation d’un débit · REJET PRLV EDF',
    ])
    expect(reading).toMatchObject({ account: 'FR1420041010050500013M02606', passed: [{ line: 4 }], refused: [] })
    expect(totalsOf(reading)).toMatchObject({
      credits: 3,
      creditCents: 17_500,
      debits: 1,
      debitCents: -3_120,
      gapCents: 0,
    })
  })
  test('version 08: prefixes, an instant, a cent that floats would lose; another currency and no direction are refused', async () => {
    const { operations, refused } = await read(file('camt-v08.xml'))
    expect(operations).toMatchObject([{ on: '2026-11-28', cents: 29, label: 'LEFÈVRE & FILS · Cotisation · 2026' }])
    expect(refused.map(({ line }) => line)).toEqual([2, 3])
  })
})

describe('the same line', () => {
  const line = { on: '2027-05-03', label: 'VIR MARTIN', cents: 5_000 }
  const of = (...lines: (typeof line)[]) => withFingerprints(lines).map(({ fingerprint }) => fingerprint)

  test('in two files has one fingerprint, however spaced or capitalised', () => {
    expect(of(line)).toEqual(of({ ...line, label: 'Vir  Martin' }))
  })
  test('twice in one file has two', () => {
    const [first, second] = of(line, line)
    expect(first).not.toBe(second)
    expect(of(line)).toEqual([first])
  })
  test('with another cent, day or word is another', () => {
    const all = [line, { ...line, cents: 5_001 }, { ...line, on: '2027-05-04' }, { ...line, label: 'VIR MARTINE' }]
    expect(new Set(all.flatMap((each) => of(each))).size).toBe(4)
  })
})

describe('references in a label', () => {
  test.each([
    ['VIR SEPA C2027-00042', ['C202700042']],
    ['vir sepa c2027 00042 merci', ['C202700042']],
    ['COTIS C 2027 - 000 42', ['C202700042']],
    ['C2027-00042/C2027-00043', ['C202700042', 'C202700043']],
    ['EDF FACTURE 2027', []],
  ])('« %s »', (label, found) => {
    expect(referenceCandidates(label).filter((text) => text.length === 10)).toEqual(found)
  })
})

describe('IBAN and BIC', () => {
  test.each(['FR1420041010050500013M02606', 'FR76 3000 6000 0112 3456 7890 189', 'fr7630001007941234567890185'])(
    '%s is an IBAN',
    (iban) => expect(checkIban(iban).ok).toBe(true),
  )
  test.each(['FR1420041010050500013M02607', 'FR763000600001123456789018', 'BONJOUR'])('%s is none', (iban) =>
    expect(checkIban(iban).ok).toBe(false),
  )
  test('BIC and spaces', () => {
    expect(['BNPAFRPPXXX', 'CRLYFRPP', 'CRLYFRP'].map((bic) => checkBic(bic).ok)).toEqual([true, true, false])
    expect(spacedIban('FR1420041010050500013M02606')).toBe('FR14 2004 1010 0505 0001 3M02 606')
  })
})
