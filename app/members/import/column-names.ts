/** What a column may hold. */
export const FIELDS = [
  'number', 'nature', 'civility', 'lastName', 'firstName', 'fullName', 'email', 'phone', 'mobile', 'street', 'postcode', 'town',
  'bornOn', 'profession', 'rpps', 'legalName', 'legalForm', 'finess', 'siret', 'rna', 'quality', 'category', 'state', 'admittedOn',
  'leftOn', 'consent', 'duesYear', 'duesPaid', 'duesPaidOn', 'duesMethod', 'duesReference',
] as const // prettier-ignore
export type Field = (typeof FIELDS)[number]

/** Each meaning as the page of columns names it. */
export const MEANINGS: Record<Field, string> = {
  number: 'Numéro de membre', nature: 'Personne ou structure', civility: 'Civilité', lastName: 'Nom', firstName: 'Prénom',
  fullName: 'Nom et prénom ensemble', email: 'Courriel', phone: 'Téléphone', mobile: 'Téléphone portable', street: 'Adresse',
  postcode: 'Code postal', town: 'Commune', bornOn: 'Date de naissance', profession: 'Profession', rpps: 'RPPS',
  legalName: 'Nom de la structure', legalForm: 'Forme juridique', finess: 'FINESS', siret: 'SIRET', rna: 'RNA',
  quality: 'Qualité du représentant', category: 'Catégorie', state: 'Statut (membre, parti…)', admittedOn: 'Date d’adhésion',
  leftOn: 'Date de départ', consent: 'Accord pour la convocation par courriel', duesYear: 'Année de cotisation',
  duesPaid: 'Cotisation : somme réglée', duesPaidOn: 'Cotisation : réglée le', duesMethod: 'Cotisation : mode de règlement',
  duesReference: 'Cotisation : référence',
} // prettier-ignore

/**
 * The names of columns, as `headerKey` writes them: ours, those of Galette (…_adh), Paheko (labels), Dolibarr (English, then the labels of
 * its export), HelloAsso, and of the Annuaire Santé.
 */
const SYNONYMS: Record<Field, string[]> = {
  number: ['numero', 'n', 'no', 'num', 'numero de membre', 'numero membre', 'numero d adherent', 'numero adherent', 'n membre', 'n adherent', 'matricule', 'ref'],
  nature: ['nature', 'morphy', 'personne morale', 'personnalite', 'nature juridique', 'nature de l adherent'],
  civility: ['civilite', 'civility', 'titre', 'titre adh', 'code civilite', 'libelle civilite'],
  lastName: ['nom', 'nom adh', 'lastname', 'last name', 'nom de famille', 'nom d usage', 'nom usuel', 'nom d exercice', 'family name', 'surname'],
  firstName: ['prenom', 'prenoms', 'prenom adh', 'firstname', 'first name', 'prenom usuel', 'prenom d exercice', 'given name'],
  fullName: ['nom prenom', 'nom prenoms', 'nom et prenom', 'nom et prenoms', 'nom complet', 'prenom nom', 'prenom et nom', 'identite', 'name', 'full name', 'adherent', 'membre'],
  email: ['email', 'e mail', 'mail', 'mel', 'courriel', 'email adh', 'adresse e mail', 'adresse email', 'adresse mail', 'adresse mel', 'adresse electronique', 'adresse courriel', 'courrier electronique', 'email address', 'adresse e mail coord structure', 'mail professionnel', 'email professionnel', 'e mail professionnel', 'courriel professionnel'],
  phone: ['telephone', 'tel', 'tel adh', 'phone', 'phone perso', 'phone pro', 'telephone fixe', 'tel fixe', 'numero de telephone', 'n de telephone', 'telephone pro', 'telephone professionnel', 'tel pro', 'telephone perso', 'telephone coord structure', 'tel professionnel'],
  mobile: ['gsm adh', 'mobile', 'portable', 'phone mobile', 'telephone portable', 'telephone mobile', 'tel portable', 'tel mobile', 'gsm', 'numero de portable'],
  street: ['adresse', 'adresse adh', 'address', 'adresse postale', 'rue', 'voie', 'adresse professionnelle', 'adresse 1', 'adresse ligne 1', 'adresse d exercice', 'adresse du cabinet'],
  postcode: ['code postal', 'cp', 'cp adh', 'zip', 'zip code', 'codepostal', 'code postal coord structure', 'postal code', 'code postal professionnel'],
  town: ['ville', 'ville adh', 'town', 'commune', 'city', 'localite', 'libelle commune coord structure', 'ville d exercice', 'commune d exercice'],
  bornOn: ['date de naissance', 'ddn adh', 'ddn', 'birth', 'birthday', 'birth date', 'naissance', 'ne le', 'ne e le', 'nee le', 'date naissance'],
  profession: ['profession', 'prof adh', 'metier', 'fonction', 'specialite', 'libelle profession', 'profession exercee', 'profession de sante'],
  rpps: ['rpps', 'numero rpps', 'n rpps', 'no rpps', 'identifiant pp', 'identification nationale pp', 'id rpps', 'rpps adeli', 'n rpps adeli', 'numero rpps adeli', 'identifiant rpps'],
  legalName: ['structure', 'societe', 'societe adh', 'company', 'raison sociale', 'organisation', 'organization', 'denomination', 'nom de la structure', 'etablissement', 'cabinet', 'raison sociale site', 'societe nom', 'association', 'nom du cabinet', 'lieu d exercice'],
  legalForm: ['forme juridique', 'forme', 'statut juridique'],
  finess: ['finess', 'numero finess', 'n finess', 'no finess', 'finess et', 'numero finess et', 'n finess et', 'finess geographique', 'numero finess site', 'finess site'],
  siret: ['siret', 'numero siret', 'n siret', 'no siret', 'numero siret site', 'siret site'],
  rna: ['rna', 'numero rna', 'n rna'],
  quality: ['qualite', 'qualite du representant', 'fonction du representant'],
  category: ['college', 'categorie', 'id statut', 'type', 'type d adherent', 'type de membre', 'categorie de membre', 'categorie d adherent', 'statut adherent'],
  state: ['statut', 'etat', 'status'],
  admittedOn: ['date adhesion', 'date d adhesion', 'date crea adh', 'datec', 'date d inscription', 'date inscription', 'date d entree', 'date d admission', 'date de l adhesion', 'admis le', 'adhesion', 'membre depuis', 'adherent depuis', 'date de premiere adhesion'],
  leftOn: ['date fin', 'date de fin', 'date de sortie', 'date de depart', 'date de radiation', 'date de demission'],
  consent: ['consentement', 'accord', 'convocation electronique', 'consentement convocation', 'accord convocation electronique', 'convocation par courriel', 'accord courriel'],
  duesYear: ['cotisation annee', 'annee de cotisation', 'annee cotisation', 'exercice'],
  duesPaid: ['cotisation montant', 'montant regle', 'montant paye', 'cotisation reglee', 'cotisation payee'],
  duesPaidOn: ['cotisation reglee le', 'cotisation payee le', 'date reglement', 'date de reglement', 'date de paiement', 'regle le', 'paye le'],
  duesMethod: ['cotisation mode', 'mode reglement', 'mode de reglement', 'mode de paiement', 'moyen de paiement'],
  duesReference: ['cotisation reference', 'reference reglement', 'reference du reglement', 'reference du paiement'],
} // prettier-ignore

const FIELD_OF = new Map(FIELDS.flatMap((field) => SYNONYMS[field].map((name) => [name, field] as const)))

const OF_MEMBER = / (de l adherente?|du membre|adherente?|membre|participante?|beneficiaire)$/

/** What the name of a column means (as `headerKey` writes it), « nom de l adherent » as « nom »; null when it is not known. */
export const memberVocabulary = (key: string): Field | null =>
  FIELD_OF.get(key) ?? FIELD_OF.get(key.replace(OF_MEMBER, '')) ?? null
