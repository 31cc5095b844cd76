import { EXPORT_COLUMNS, type ExportColumn } from '../export/columns'
import { CSV_MARK, csvLine } from '../export/csv'

/** Columns that an import reads; those of the dues are kept elsewhere. */
const READ = EXPORT_COLUMNS.filter((column) => !/cotisation|montant|reglement|relance/.test(column))

type Example = Partial<Record<ExportColumn, string>>
const EXAMPLES: Example[] = [
  {
    civilite: 'Dr', nom: 'Exemple', prenom: 'Anne', email: 'anne.exemple@exemple.fr', telephone: '06 12 34 56 78', adresse: '2 rue des Lilas',
    code_postal: '94200', ville: 'Ivry-sur-Seine', profession: 'médecin généraliste', rpps: '10001234565', college: 'actif',
    date_adhesion: '14/03/2026', consentement: '14/03/2026',
  },
  {
    civilite: 'Mme', nom: 'Modèle', prenom: 'Claire', email: 'direction@exemple.fr', adresse: '3 rue du Port', code_postal: '94200',
    ville: 'Ivry-sur-Seine', structure: 'Centre de santé du Port', finess: '750712184', siret: '73282932000074', college: 'actif',
    date_adhesion: '14/03/2026', consentement: 'non',
  },
] // prettier-ignore

/** An empty list to fill in, with one person and one structure as examples. */
export const importTemplate = (): string =>
  CSV_MARK + [READ, ...EXAMPLES.map((example) => READ.map((column) => example[column] ?? ''))].map(csvLine).join('')
