import { describe, expect, test } from 'vitest'
import iconv from 'iconv-lite'
import { sumCell, dayCell } from '~/dues/bank/cells'
import { withFingerprints } from '~/dues/bank/fingerprints'
import { checkBic, checkIban, spacedIban } from '~/dues/bank/iban'
import { readStatement, statementVocabulary } from '~/dues/bank/read-statement'
import { referenceCandidates } from '~/dues/bank/references'
import { readTable } from '~/platform/spreadsheet/read-table.server'
import { Refusal } from '~/platform/refusal'

const read = async (text: string | Uint8Array) =>
  readStatement(
    await readTable(typeof text === 'string' ? Buffer.from(text) : text, { vocabulary: statementVocabulary }),
  )

describe('what a cell holds', () => {
  test.each([
    ['12,50', 1_250],
    ['1 250,00', 125_000],
    ['1\u202f250,00 €', 125_000],
    ['1.250,00', 125_000],
    ['1,250.00', 125_000],
    ['+50', 5_000],
    ['-50,5', -5_050],
    ['−50,00', -5_000],
    ['50,00-', -5_000],
    ['(50,00)', -5_000],
    ['50.00 EUR', 5_000],
    ['', 0],
    ['1,250', null],
    ['1.250', null],
    ['douze', null],
    ['12,505', null],
  ])('sum « %s »', (text, cents) => expect(sumCell(text)).toBe(cents))

  test.each([
    ['03/05/2027', '2027-05-03'],
    ['3/5/27', '2027-05-03'],
    ['2027-05-03', '2027-05-03'],
    ['31/02/2027', null],
    ['Solde', null],
  ])('day « %s »', (text, day) => expect(dayCell(text)).toBe(day))
})

describe('statements of French banks', () => {
  const expected = [{ on: '2027-05-03', label: 'VIR SEPA MARTIN C2027-00042', amountCents: 5_000 }]
  const said = (text: string | Uint8Array) =>
    read(text).then(({ credits }) => credits.map(({ line: _, ...rest }) => rest))

  test('debit and credit columns, preamble, balance at the end, semicolons', async () => {
    const text = [
      'Compte courant;FR76 3000;;',
      'Solde au 04/05/2027;1 234,00;;',
      'Date;Libellé;Débit euros;Crédit euros',
      '03/05/2027;VIR SEPA MARTIN C2027-00042;;50,00',
      '04/05/2027;EDF;-80,00;',
      'Total;;;50,00',
    ].join('\r\n')
    expect(await said(text)).toEqual(expected)
    expect((await read(text)).debits).toBe(1)
  })

  test('one signed column, commas and quotes, byte order mark', async () => {
    const text =
      '\ufeffDate,Libellé,Montant(EUROS)\n03/05/2027,"VIR SEPA MARTIN C2027-00042","50,00"\n04/05/2027,EDF,"-80,00"\n'
    expect(await said(text)).toEqual(expected)
  })

  test('Windows-1252, tabulations, two-figure years', async () => {
    const text = "Date de l'opération\tLibellé\tMontant de l'opération\n03/05/27\tVIR SEPA MARTIN C2027-00042\t50,00\n"
    expect(await said(iconv.encode(text, 'windows-1252'))).toEqual(expected)
  })

  test('several label columns are read together', async () => {
    const text = "Date;Libellé;Détail de l'écriture;Montant\n03/05/2027;VIR RECU;MARTIN C2027-00042;50\n"
    expect((await said(text))[0]?.label).toBe('VIR RECU · MARTIN C2027-00042')
  })

  test.each([
    ['no header', 'a;b;c\n1;2;3\n'],
    ['a sum that nobody can read', 'Date;Libellé;Montant\n03/05/2027;VIR;cinquante\n'],
    ['nothing in it', 'Date;Libellé;Montant\nSolde;;12\n'],
  ])('%s: refused, nothing imported', async (_, text) => {
    await expect(read(text)).rejects.toBeInstanceOf(Refusal)
  })
})

describe('the same line', () => {
  const line = { line: 1, on: '2027-05-03', label: 'VIR MARTIN', amountCents: 5_000 }
  const of = (...lines: (typeof line)[]) => withFingerprints(lines).map(({ fingerprint }) => fingerprint)

  test('in two files has one fingerprint, however spaced or capitalised', () => {
    expect(of(line)).toEqual(of({ ...line, line: 9, label: 'Vir  Martin' }))
  })
  test('twice in one file has two', () => {
    const [first, second] = of(line, line)
    expect(first).not.toBe(second)
    expect(of(line)).toEqual([first])
  })
  test('with another cent, day or word is another', () => {
    const all = [
      line,
      { ...line, amountCents: 5_001 },
      { ...line, on: '2027-05-04' },
      { ...line, label: 'VIR MARTINE' },
    ]
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
