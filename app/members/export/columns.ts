/** The columns of an export, in the order that French associations expect; an import reads them back. */
export const EXPORT_COLUMNS = [
  'numero',
  'civilite',
  'nom',
  'prenom',
  'email',
  'telephone',
  'adresse',
  'code_postal',
  'ville',
  'profession',
  'rpps',
  'structure',
  'finess',
  'siret',
  'college',
  'statut',
  'date_adhesion',
  'date_fin',
  'cotisation_annee',
  'montant_du',
  'montant_regle',
  'date_reglement',
  'mode_reglement',
  'etape_relance',
  'consentement',
  'reference_reglement',
] as const

export type ExportColumn = (typeof EXPORT_COLUMNS)[number]
export type ExportRow = Record<ExportColumn, string>

/** What a spreadsheet may add up; the rest is text, leading zeros included. */
export const NUMERIC_COLUMNS: ReadonlySet<string> = new Set<ExportColumn>([
  'numero',
  'cotisation_annee',
  'montant_du',
  'montant_regle',
])
