/** Where a rule acts: the room that carries it out, and the page where it is seen (null: no page of its own yet). */
interface Entry {
  article: string
  title: string
  room: 'association' | 'members' | 'offices' | 'dues' | 'meetings' | 'ballots' | 'minutes' | 'treasury' | 'formalities'
  path: string | null
}

/** Every rule of the statutes, named by its article and a letter: the one list that code, tests and screens cite. */
export const catalogue = {
  '2-a': { article: '2', title: 'Nom de l’association', room: 'association', path: '/statuts' },
  '3-a': { article: '3', title: 'Objet', room: 'association', path: '/statuts' },
  '4-a': { article: '4', title: 'Siège et transfert', room: 'association', path: '/statuts' },
  '6-a': { article: '6', title: 'Catégories de membres', room: 'members', path: '/membres' },
  '6-b': { article: '6', title: 'Territoire', room: 'members', path: '/membres' },
  '6.1-a': { article: '6.1', title: 'Liste des fondateurs', room: 'members', path: '/membres' },
  '6.1-b': { article: '6.1', title: 'Perte de la qualité de fondateur', room: 'members', path: '/membres' },
  '6.1-c': { article: '6.1', title: 'Accès à la qualité de fondateur', room: 'ballots', path: '/assemblees' },
  '6.1-d': { article: '6.1', title: 'Pouvoirs des fondateurs', room: 'meetings', path: '/assemblees' },
  '6.1-e': { article: '6.1', title: 'Vote d’un fondateur', room: 'ballots', path: '/assemblees' },
  '6.2-a': { article: '6.2', title: 'Admission des membres actifs', room: 'members', path: '/membres' },
  '6.2-b': { article: '6.2', title: 'Voix d’un membre actif', room: 'ballots', path: '/assemblees' },
  '6.2-c': { article: '6.2', title: 'Pouvoirs des membres actifs', room: 'meetings', path: '/assemblees' },
  '6.2-d': { article: '6.2', title: 'Représentation des personnes morales', room: 'meetings', path: '/assemblees' },
  '6.3-a': { article: '6.3', title: 'Membres d’honneur', room: 'members', path: '/membres' },
  '6.4-a': { article: '6.4', title: 'Perte de la qualité de membre', room: 'members', path: '/membres' },
  '6.4-b': { article: '6.4', title: 'Radiation pour non-paiement', room: 'dues', path: '/cotisations' },
  '6.4-c': { article: '6.4', title: 'Suspension', room: 'members', path: '/membres' },
  '8.1-a': { article: '8.1', title: 'Composition et élection du Bureau', room: 'offices', path: '/bureau' },
  '8.1-b': { article: '8.1', title: 'Fin des fonctions', room: 'offices', path: '/bureau' },
  '8.3-a': { article: '8.3', title: 'Réunions du Bureau', room: 'meetings', path: '/assemblees' },
  '8.3-b': { article: '8.3', title: 'Préparation de l’assemblée annuelle', room: 'meetings', path: '/assemblees' },
  '8.3-c': { article: '8.3', title: 'Procès-verbaux du Bureau', room: 'minutes', path: '/registre' },
  '9.1-a': { article: '9.1', title: 'Candidature à la présidence', room: 'offices', path: '/assemblees' },
  '9.1-b': { article: '9.1', title: 'Élection du président', room: 'ballots', path: '/assemblees' },
  '9.1-c': { article: '9.1', title: 'Absence de candidature', room: 'offices', path: '/assemblees' },
  '9.1-d': { article: '9.1', title: 'Délégation de pouvoirs', room: 'offices', path: '/bureau' },
  '10-a': { article: '10', title: 'Remplacement du président', room: 'offices', path: '/bureau' },
  '12-a': { article: '12', title: 'Trésorier', room: 'treasury', path: '/cotisations' },
  '12-b': { article: '12', title: 'Dépenses d’investissement', room: 'treasury', path: null },
  '12-c': { article: '12', title: 'Dépenses de fonctionnement', room: 'treasury', path: null },
  '13.1-a': { article: '13.1', title: 'Voix en assemblée', room: 'ballots', path: '/assemblees' },
  '13.2-a': { article: '13.2', title: 'Tenue de l’assemblée ordinaire', room: 'meetings', path: '/assemblees' },
  '13.2-b': { article: '13.2', title: 'Compétence de l’assemblée ordinaire', room: 'ballots', path: '/assemblees' },
  '13.2-c': { article: '13.2', title: 'Quorum de l’assemblée ordinaire', room: 'meetings', path: '/assemblees' },
  '13.2-d': { article: '13.2', title: 'Majorité de l’assemblée ordinaire', room: 'ballots', path: '/assemblees' },
  '13.2-e': { article: '13.2', title: 'Seconde session', room: 'meetings', path: '/assemblees' },
  '13.3-a': {
    article: '13.3',
    title: 'Compétence de l’assemblée extraordinaire',
    room: 'ballots',
    path: '/assemblees',
  },
  '13.3-b': { article: '13.3', title: 'Quorum de l’assemblée extraordinaire', room: 'meetings', path: '/assemblees' },
  '13.3-c': { article: '13.3', title: 'Majorité de l’assemblée extraordinaire', room: 'ballots', path: '/assemblees' },
  '14-a': { article: '14', title: 'Exercice social', room: 'association', path: '/statuts' },
  '15-a': { article: '15', title: 'Comptabilité', room: 'treasury', path: null },
  '15-b': { article: '15', title: 'Comptes ouverts aux membres', room: 'meetings', path: '/assemblees' },
  '16-a': { article: '16', title: 'Commissaire aux comptes', room: 'treasury', path: null },
  '17-a': { article: '17', title: 'Dissolution', room: 'association', path: '/assemblees' },
  '18-a': { article: '18', title: 'Règlement intérieur', room: 'association', path: '/statuts/reglement-interieur' },
  '19-a': { article: '19', title: 'Déclarations', room: 'formalities', path: null },
} as const satisfies Record<string, Entry>

export type RuleId = keyof typeof catalogue
export type Room = Entry['room']

export const ruleIds = Object.keys(catalogue) as RuleId[]

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(catalogue, text)
}

export function articleOf(rule: RuleId): string {
  return catalogue[rule].article
}
