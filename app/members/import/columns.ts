import { headerKey } from '~/platform/spreadsheet/plain'

/** What a column may hold. */
export type Field =
  | 'number' | 'nature' | 'civility' | 'lastName' | 'firstName' | 'fullName' | 'email' | 'phone' | 'mobile' | 'street'
  | 'postcode' | 'town' | 'bornOn' | 'profession' | 'rpps' | 'legalName' | 'legalForm' | 'finess' | 'siret' | 'rna'
  | 'quality' | 'category' | 'state' | 'admittedOn' | 'leftOn' | 'consent'
  | 'duesYear' | 'duesPaid' | 'duesPaidOn' | 'duesMethod' | 'duesReference' // prettier-ignore

/** The names of columns, folded: ours, those of Galette (…_adh), Paheko (labels) and Dolibarr (English). */
const SYNONYMS: Record<Field, string[]> = {
  number: ['numero', 'n', 'no', 'num', 'numero de membre', 'numero membre', 'numero d adherent', 'n membre', 'matricule', 'ref'],
  nature: ['nature', 'morphy', 'personne morale', 'personnalite', 'nature juridique'],
  civility: ['civilite', 'civility', 'titre', 'titre adh'],
  lastName: ['nom', 'nom adh', 'lastname', 'nom de famille', 'nom d usage'],
  firstName: ['prenom', 'prenom adh', 'firstname'],
  fullName: ['nom prenom', 'nom et prenom', 'nom complet', 'prenom nom', 'prenom et nom', 'identite'],
  email: ['email', 'e mail', 'mail', 'courriel', 'email adh', 'adresse e mail', 'adresse email', 'adresse mail', 'adresse electronique', 'adresse courriel'],
  phone: ['telephone', 'tel', 'tel adh', 'phone', 'phone perso', 'phone pro', 'telephone fixe', 'numero de telephone'],
  mobile: ['gsm adh', 'mobile', 'portable', 'phone mobile', 'telephone portable', 'telephone mobile'],
  street: ['adresse', 'adresse adh', 'address', 'adresse postale', 'rue', 'voie'],
  postcode: ['code postal', 'cp', 'cp adh', 'zip', 'codepostal'],
  town: ['ville', 'ville adh', 'town', 'commune', 'city', 'localite'],
  bornOn: ['date de naissance', 'ddn adh', 'ddn', 'birth', 'birthday', 'naissance', 'ne le', 'ne e le'],
  profession: ['profession', 'prof adh', 'metier', 'fonction', 'specialite'],
  rpps: ['rpps', 'numero rpps', 'n rpps', 'no rpps'],
  legalName: ['structure', 'societe', 'societe adh', 'company', 'raison sociale', 'organisation', 'denomination', 'nom de la structure', 'etablissement'],
  legalForm: ['forme juridique', 'forme', 'statut juridique'],
  finess: ['finess', 'numero finess', 'n finess', 'no finess'],
  siret: ['siret', 'numero siret', 'n siret', 'no siret'],
  rna: ['rna', 'numero rna', 'n rna'],
  quality: ['qualite', 'qualite du representant', 'fonction du representant'],
  category: ['college', 'categorie', 'id statut', 'type', 'type d adherent', 'type de membre', 'categorie de membre', 'statut adherent'],
  state: ['statut', 'etat', 'status'],
  admittedOn: ['date adhesion', 'date d adhesion', 'date crea adh', 'datec', 'date d inscription', 'date inscription', 'date d entree', 'date d admission', 'admis le', 'adhesion'],
  leftOn: ['date fin', 'date de fin', 'date de sortie', 'date de depart', 'date de radiation', 'date de demission'],
  consent: ['consentement', 'accord', 'convocation electronique', 'consentement convocation', 'accord convocation electronique', 'convocation par courriel', 'accord courriel'],
  duesYear: ['cotisation annee', 'annee de cotisation', 'annee cotisation', 'exercice'],
  duesPaid: ['cotisation montant', 'montant regle', 'montant paye', 'cotisation reglee', 'cotisation payee'],
  duesPaidOn: ['cotisation reglee le', 'cotisation payee le', 'date reglement', 'date de reglement', 'date de paiement', 'regle le', 'paye le'],
  duesMethod: ['cotisation mode', 'mode reglement', 'mode de reglement', 'mode de paiement', 'moyen de paiement'],
  duesReference: ['cotisation reference', 'reference reglement', 'reference du reglement', 'reference du paiement'],
} // prettier-ignore

const FIELD_OF = new Map(Object.entries(SYNONYMS).flatMap(([field, names]) => names.map((name) => [name, field])))

export type Columns = {
  /** place of each field in the rows */
  at: Partial<Record<Field, number>>
  /** each as the file calls it */
  names: Partial<Record<Field, string>>
  /** headers that are not read */
  ignored: string[]
}

/** Which column holds what; the first of two with the same meaning is read. */
export function readHeader(header: readonly string[]): Columns {
  const at: Partial<Record<Field, number>> = {}
  const names: Partial<Record<Field, string>> = {}
  const ignored: string[] = []
  header.forEach((name, index) => {
    const field = memberField(headerKey(name))
    if (field && at[field] === undefined) {
      at[field] = index
      names[field] = name.trim()
    } else if (name.trim()) ignored.push(name.trim())
  })
  return { at, names, ignored }
}

const isField = (name: string): name is Field => Object.hasOwn(SYNONYMS, name)

/** What the name of a column means (as `headerKey` writes it); null when it is not known. */
export function memberField(key: string): Field | null {
  const found = FIELD_OF.get(key)
  return found !== undefined && isField(found) ? found : null
}

export const speaksOfDues = ({ at }: Columns): boolean => at.duesYear !== undefined

/** Whether a list of members can be read at all: a name is needed. */
export const namesSomebody = ({ at }: Columns): boolean =>
  at.lastName !== undefined || at.fullName !== undefined || at.legalName !== undefined
