import type { Vocabulary } from '~/platform/spreadsheet/table'
import type { Role } from './reading'

/** The names that banks give to their columns, as `headerKey` writes them. */
const NAMES: Record<Exclude<Role, 'none'>, string[]> = {
  on: ['date', 'date operation', 'date de l operation', 'date d operation', 'date comptable', 'date de comptabilisation', 'date ecriture', 'date d ecriture', 'dateop', 'date op', 'date transaction', 'jour', 'booking date', 'date d execution', 'date de l operation utc', 'operation date utc', 'operation date', 'completed date', 'date reglement'],
  label: ['libelle', 'libelle operation', 'libelle de l operation', 'libelle simplifie', 'libelle complet', 'libelle court', 'libelle complementaire', 'nature de l operation', 'operation', 'intitule', 'description', 'label', 'detail', 'details', 'detail de l ecriture', 'detail de l operation', 'informations complementaires', 'infos complementaires', 'motif', 'reference', 'reference de paiement', 'payment reference', 'commentaire', 'contrepartie', 'nom de la contrepartie', 'counterparty name', 'partner name', 'beneficiaire', 'emetteur', 'donneur d ordre'],
  credit: ['credit', 'credit euros', 'credit eur', 'montant credit', 'montant au credit', 'recette', 'recettes', 'entree', 'credits'],
  debit: ['debit', 'debit euros', 'debit eur', 'montant debit', 'montant au debit', 'depense', 'depenses', 'sortie', 'debits'],
  amount: ['montant', 'montant euros', 'montant en euros', 'montant eur', 'montant de l operation', 'montant operation', 'montant operation en euro', 'montant operation en euros', 'montant net', 'montant total ttc', 'total amount incl vat', 'amount', 'amount eur', 'somme'],
  direction: ['sens', 'd c', 'c d', 'dc', 'cd', 'debit credit', 'credit debit', 'debit ou credit', 'sens de l operation', 'sens operation', 'signe'],
  balance: ['solde', 'solde eur', 'solde euros', 'solde apres operation', 'balance'],
  currency: ['devise', 'devise de l operation', 'currency', 'monnaie'],
  status: ['statut', 'etat', 'status', 'state'],
} // prettier-ignore

/** Columns that statements have and that say nothing of whose money came. */
const SAYING_NOTHING = ['date de valeur', 'date valeur', 'date de la valeur utc', 'dateval', 'date val', 'value date', 'valeur', 'categorie', 'sous categorie', 'category', 'categoryparent', 'supplierfound', 'comment', 'pointage operation', 'pointage', 'type operation', 'type d operation', 'type de transaction', 'type', 'numero d operation', 'numero operation', 'n operation', 'numero de compte', 'numero compte', 'accountnum', 'accountlabel', 'accountbalance', 'compte', 'iban', 'partner iban', 'account name', 'montant francs', 'solde francs', 'montant devise etrangere', 'original amount', 'original currency', 'exchange rate', 'taux de conversion', 'selectionnez la devise etrangere', 'bic', 'rib', 'code banque', 'agence', 'moyen de paiement', 'canal'] // prettier-ignore

const MEANING = new Map<string, Role>([
  ...Object.entries(NAMES).flatMap(([role, names]) => names.map((name): [string, Role] => [name, role as Role])),
  ...SAYING_NOTHING.map((name): [string, Role] => [name, 'none']),
])

/** What the name of a column means; null when it is not one that we know. */
export const statementVocabulary: Vocabulary = (key) => MEANING.get(key) ?? null
export const roleNamed = (key: string): Role | null => MEANING.get(key) ?? null
