import { reason } from '~/statutes/ruling'

/**
 * What whoever records the last recusal reads first. The statutes are silent; our reading (6.4-a, 13.2-b): nobody whom a case
 * involves is made to keep it, no member keeps it without an office, and the assembly elects who will.
 */
export const NO_KEEPER = [
  reason(
    '6.4-a',
    'Tous les membres du Bureau en fonction seront alors récusés ou concernés : aucun ne peut tenir ce dossier sans faire douter de la décision. Plus personne ne l’instruira ; le membre peut encore y répondre, et un vote déjà inscrit à un ordre du jour aura lieu.',
  ),
  reason(
    '13.2-b',
    'L’assemblée générale ordinaire élit le Bureau : c’est à elle d’y désigner une personne que l’affaire ne concerne pas. Cette personne tiendra le dossier dès son élection.',
  ),
]
