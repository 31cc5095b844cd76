import { EXPORT_COLUMNS } from '../export/columns'
import { CSV_MARK, csvLine } from '~/platform/spreadsheet/csv'

/** Columns that an import reads: those of an export, the dues under names that say what is expected. */
const READ = [
  ...EXPORT_COLUMNS.filter((column) => !/cotisation|montant|reglement|relance/.test(column)),
  'cotisation_annee',
  'cotisation_montant',
  'cotisation_reglee_le',
  'cotisation_mode',
  'cotisation_reference',
]

type Example = Record<string, string>
const examples = (year: number): Example[] => [
  {
    civilite: 'Dr', nom: 'Exemple', prenom: 'Anne', email: 'anne.exemple@exemple.fr', telephone: '06 12 34 56 78', adresse: '2 rue des Lilas',
    code_postal: '94200', ville: 'Ivry-sur-Seine', profession: 'médecin généraliste', rpps: '10001234565', college: 'actif',
    date_adhesion: '14/03/2026', consentement: '14/03/2026', cotisation_annee: String(year), cotisation_montant: '50,00',
    cotisation_reglee_le: `02/01/${year}`, cotisation_mode: 'virement', cotisation_reference: 'VIR EXEMPLE ANNE',
  },
  {
    civilite: 'Mme', nom: 'Modèle', prenom: 'Claire', email: 'direction@exemple.fr', adresse: '3 rue du Port', code_postal: '94200',
    ville: 'Ivry-sur-Seine', structure: 'Centre de santé du Port', finess: '750712184', siret: '73282932000074', college: 'actif',
    date_adhesion: '14/03/2026', consentement: 'non', cotisation_annee: String(year), cotisation_montant: '0,00',
  },
] // prettier-ignore

/**
 * An empty list to fill in, with a person who has paid the dues of the year and a structure that has not as examples. The
 * dues: year, sum paid (nothing or 0: owed), day, mode (virement, chèque, espèces), reference.
 */
export const importTemplate = (year: number): string =>
  CSV_MARK +
  [READ, ...examples(year).map((example) => READ.map((column) => example[column] ?? ''))].map(csvLine).join('')
