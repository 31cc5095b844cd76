/** The signs that Windows-1252 writes otherwise than ISO-8859-1, as far as these files use them. */
const OTHERWISE: Record<string, number> = { '€': 0x80, Œ: 0x8c, '’': 0x92, œ: 0x9c }

/** Text as French banks still write it. */
const windows1252 = (text: string): Buffer =>
  Buffer.from(Array.from(text, (sign) => OTHERWISE[sign] ?? sign.charCodeAt(0)))

/** A statement of account: its preamble, its operations in two columns, « ; » between, sums with a comma. */
export function bankStatement(on: string, credits: [label: string, euros: string][]) {
  const day = on.split('-').toReversed().join('/')
  const lines = [
    'Compte d’association;n° 00012345678;en €',
    `Solde au ${day};;;12 345,67`,
    '',
    'Date;Libellé;Débit;Crédit',
    ...credits.map(([label, euros]) => `${day};${label};;${euros}`),
    `${day};PRLV ÉLECTRICITÉ;-80,00;`,
  ]
  return { name: 'relevé.csv', mimeType: 'text/csv', buffer: windows1252(`${lines.join('\r\n')}\r\n`) }
}
