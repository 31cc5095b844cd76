/** The fields of a member as a dry run names them. */
export const FIELD_LABELS: Record<string, string> = {
  civility: 'Civilité',
  lastName: 'Nom',
  firstName: 'Prénom',
  bornOn: 'Date de naissance',
  profession: 'Profession',
  rpps: 'RPPS',
  legalName: 'Nom de la structure',
  legalForm: 'Forme juridique',
  finess: 'FINESS',
  siret: 'SIRET',
  rna: 'RNA',
  email: 'Courriel',
  phone: 'Téléphone',
  street: 'Adresse',
  postcode: 'Code postal',
  town: 'Commune',
}
