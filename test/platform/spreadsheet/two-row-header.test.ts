import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { statementVocabulary } from '~/banking/statement/columns'
import { memberVocabulary } from '~/members/import/column-names'
import { readHeader } from '~/members/import/columns'
import { readTable } from '~/platform/spreadsheet/read-table.server'

const members = (text: string) => readTable(Buffer.from(text), { vocabulary: memberVocabulary })
const bank = (text: string) => readTable(Buffer.from(text), { vocabulary: statementVocabulary })

describe('names broken on two rows', () => {
  test('each column is named by both', async () => {
    const table = await members(
      'Liste du 3 mars;;;;\nNom de;Prénom;Adresse;Date;Télé-\nfamille;;électronique;d’adhésion;phone\nBRUN;Lucie;l@ex.fr;01/02/2026;0612345678\n',
    )
    expect(table.header).toMatchObject({
      lines: [2, 3],
      cells: ['Nom de famille', 'Prénom', 'Adresse électronique', 'Date d’adhésion', 'Téléphone'],
    })
    expect(table.form).toContain('en-tête sur les lignes 2 et 3')
    expect(table.rows.map(({ line }) => line)).toEqual([4])
    expect(table.passed).toMatchObject([{ line: 1, why: 'before the header' }])
  })

  test('a unit below a name stands beside it', async () => {
    const { header } = await bank('Date;Libellé;Débit;Crédit\nd’opération;;(€);(€)\n27/11/2026;VIR ROUX;;50,00\n')
    expect(header?.cells).toEqual(['Date d’opération', 'Libellé', 'Débit (€)', 'Crédit (€)'])
  })

  test('a cell on two lines is one name, in CSV', async () => {
    const { header, rows } = await members('"Nom de\nfamille";Prénom;"Date\nd’adhésion";"Télé-\nphone"\nBRUN;Lucie;01/02/2026;06\n')
    expect(header).toMatchObject({ lines: [1], cells: ['Nom de famille', 'Prénom', 'Date d’adhésion', 'Téléphone'] })
    expect(rows.map(({ line }) => line)).toEqual([5])
  }) // prettier-ignore

  test('said again on the next page, both rows are passed over', async () => {
    const names = 'Nom de;Prénom;Adresse\nfamille;;électronique\n'
    const { rows, passed } = await members(`${names}BRUN;Lucie;l@ex.fr\n${names}PETIT;Noé;n@ex.fr\n`)
    expect(rows.map(({ cells }) => cells[0])).toEqual(['BRUN', 'PETIT'])
    expect(passed.map(({ line, why }) => [line, why])).toEqual([[4, 'header again'], [5, 'header again']]) // prettier-ignore
  })
})

describe('groups above names', () => {
  test('a bank: « Montant » over « Débit » and « Crédit »', async () => {
    const table = await bank(
      'Date;Libellé;Montant;;Solde\n;;Débit;Crédit;\n27/11/2026;VIR ROUX;;50,00;150,00\n28/11/2026;EDF;80,00;;70,00\n',
    )
    expect(table.header).toMatchObject({ lines: [1, 2], cells: ['Date', 'Libellé', 'Montant Débit', 'Montant Crédit', 'Solde'] }) // prettier-ignore
    expect(table.rows).toHaveLength(2)
  })

  test('merged cells of a workbook', async () => {
    const text = (value: string) => ({ value })
    const data = [
      [text('Nom'), text('Prénom'), text('Coordonnées'), null, null],
      [null, null, text('Courriel'), text('Code postal'), text('Ville')],
      [text('BRUN'), text('Lucie'), text('l@ex.fr'), text('94200'), text('Ivry')],
    ]
    const table = await readTable(await writeExcel([{ sheet: 'Membres', data }]).toBuffer(), { vocabulary: memberVocabulary }) // prettier-ignore
    expect(table.header?.cells).toEqual(['Nom', 'Prénom', 'Courriel', 'Code postal', 'Ville'])
    expect(table.rows[0]?.cells).toEqual(['BRUN', 'Lucie', 'l@ex.fr', '94200', 'Ivry'])
  })

  test('whoever pays is not read as the member where both have the same names', async () => {
    const { header } = await members(
      'Payeur;;;Adhérent;;\nNom;Prénom;Email;Nom;Prénom;Email\nPETIT;Noé;n@ex.fr;BRUN;Lucie;l@ex.fr\n',
    )
    const { all } = readHeader(header?.cells ?? [])
    expect(all.map(({ field, why }) => field ?? why)).toEqual(['payer', 'payer', 'payer', 'lastName', 'firstName', 'email']) // prettier-ignore
  })

  test('a row of groups above names that suffice is only passed over', async () => {
    const table = await members('Identité;;Contact;\nNom;Prénom;Email;Téléphone\nBRUN;Lucie;l@ex.fr;06\n')
    expect(table.header).toMatchObject({ lines: [2], cells: ['Nom', 'Prénom', 'Email', 'Téléphone'] })
  })
})

test('never: the first person, whatever is said of her, taken for a part of the header', async () => {
  const word = fc.constantFrom('Lucie', 'BRUN', 'Courriel', 'Téléphone', 'Médecin', 'Ville', 'Prénom', 'Ivry', '')
  const header = fc.constantFrom('Nom;Prénom;Contact préféré;Profession', 'Nom;Prénom;Divers;Avis', 'Nom;Prénom;;')
  await fc.assert(
    fc.asyncProperty(header, word, word, async (names, third, fourth) => {
      const table = await members(`${names}\nBRUN;Lucie;${third};${fourth}\nPETIT;Noé;;\n`)
      expect(table.rows.map(({ cells }) => cells[0])).toEqual(['BRUN', 'PETIT'])
    }),
  )
})
