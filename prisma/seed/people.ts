import { finess, rpps, siret } from './identifiers'

export type Person = {
  civility: 'Dr' | 'Mme' | 'M.'
  firstName: string
  lastName: string
  profession: string
  bornOn: string
  town: keyof typeof TOWNS
  street: string
  rpps: string | null
  /** without it the convocation goes by letter */
  consent: boolean
}

export const TOWNS = {
  'Nogent-sur-Marne': '94130',
  'Le Perreux-sur-Marne': '94170',
  'Bry-sur-Marne': '94360',
  'Joinville-le-Pont': '94340',
  'Champigny-sur-Marne': '94500',
  'Saint-Maur-des-Fossés': '94100',
}

type Line = [Person['civility'], string, string, string, string, Person['town'], string]

function person([civility, firstName, lastName, profession, bornOn, town, street]: Line, rank: number): Person {
  const registered = profession !== 'psychologue' && profession !== 'assistante sociale'
  const consent = lastName !== 'Ferreira' && lastName !== 'Marchetti'
  return {
    civility,
    firstName,
    lastName,
    profession,
    bornOn,
    town,
    street,
    rpps: registered ? rpps(rank) : null,
    consent,
  }
}

/** President, two vice-presidents, secretary. */
const founderLines: Line[] = [
  [
    'Dr',
    'Hélène',
    'Vasseur',
    'médecin généraliste',
    '1968-03-14',
    'Nogent-sur-Marne',
    '12 Grande Rue Charles-de-Gaulle',
  ],
  ['M.', 'Karim', 'Benhaddou', 'infirmier', '1979-11-02', 'Le Perreux-sur-Marne', '48 allée de Bellevue'],
  ['Dr', 'Étienne', 'Œuvrard', 'médecin généraliste', '1961-07-29', 'Bry-sur-Marne', '3 quai Adrien-Mentienne'],
  ['Mme', 'Claire', 'Nguyen', 'sage-femme', '1984-01-21', 'Joinville-le-Pont', '27 rue de Paris'],
]

/** The first is the treasurer; the last two joined this year. */
const activeLines: Line[] = [
  ['Mme', 'Sophie', 'Lambert', 'pharmacienne', '1975-09-05', 'Nogent-sur-Marne', '61 boulevard de Strasbourg'],
  [
    'M.',
    'Thomas',
    'Delaunay',
    'masseur-kinésithérapeute',
    '1988-04-17',
    'Champigny-sur-Marne',
    '9 avenue Roger-Salengro',
  ],
  ['Dr', 'Aïcha', 'Ouedraogo', 'pédiatre', '1981-12-08', 'Saint-Maur-des-Fossés', '104 avenue du Bac'],
  ['Mme', 'Émilie', 'Garnier', 'orthophoniste', '1990-06-30', 'Le Perreux-sur-Marne', '15 avenue Ledru-Rollin'],
  ['M.', 'José', 'Ferreira', 'infirmier', '1964-02-11', 'Champigny-sur-Marne', '22 rue de Verdun'],
  ['Dr', 'Margaux', 'Tessier', 'chirurgienne-dentiste', '1986-08-19', 'Joinville-le-Pont', '5 rue Chapsal'],
  ['M.', 'Antoine', 'Roussel', 'pédicure-podologue', '1977-05-26', 'Bry-sur-Marne', '31 avenue du Général-Leclerc'],
  ['Mme', 'Fatoumata', 'Diallo', 'infirmière', '1992-10-13', 'Champigny-sur-Marne', '80 avenue de la République'],
  ['Dr', 'Paul', 'Lefèvre', 'cardiologue', '1970-01-09', 'Nogent-sur-Marne', '18 rue des Héros-Nogentais'],
  ['Mme', 'Nadia', 'Haddad', 'psychologue', '1983-03-03', 'Saint-Maur-des-Fossés', '7 rue de la Varenne'],
  ['M.', 'Guillaume', 'Perrin', 'masseur-kinésithérapeute', '1985-07-22', 'Le Perreux-sur-Marne', '102 quai d’Argonne'],
  [
    'Dr',
    'Bernard',
    'Marchetti',
    'médecin généraliste',
    '1953-04-28',
    'Bry-sur-Marne',
    '14 rue du Clos-Sainte-Catherine',
  ],
  ['Mme', 'Julie', 'Moreau', 'sage-femme', '1989-11-16', 'Joinville-le-Pont', '40 quai de la Marne'],
  ['Mme', 'Camille', 'Poirier', 'diététicienne', '1993-09-24', 'Saint-Maur-des-Fossés', '2 place des Marronniers'],
  ['M.', 'Yann', 'Le Goff', 'ergothérapeute', '1991-02-06', 'Champigny-sur-Marne', '53 rue Louis-Talamoni'],
]

export const founders = founderLines.map((line, index) => person(line, index + 1))
export const actives = activeLines.map((line, index) => person(line, index + 11))
/** The first has been honorary for long, the second was made so by last year's assembly. */
export const honorary = [
  person(
    [
      'Dr',
      'Marie-Thérèse',
      'Aubry',
      'médecin généraliste',
      '1946-06-12',
      'Nogent-sur-Marne',
      '8 rue de l’Abbé-Guilleminault',
    ],
    41,
  ),
  person(
    ['Dr', 'Jacques', 'Ménard', 'médecin généraliste', '1950-10-20', 'Le Perreux-sur-Marne', '19 avenue Gabriel-Péri'],
    42,
  ),
]

export type Representative = { civility: 'Dr' | 'Mme' | 'M.'; firstName: string; lastName: string; quality: string }
export type LegalPerson = {
  legalName: string
  legalForm: string
  finess: string | null
  siret: string
  street: string
  town: Person['town']
  mailbox: string
  legal: Representative
  substitute?: Representative
}

const by = (civility: Representative['civility'], firstName: string, lastName: string, quality: string) => ({
  civility,
  firstName,
  lastName,
  quality,
})

export const legalPersons: LegalPerson[] = [
  {
    legalName: 'Maison de santé des Bords de Marne',
    legalForm: 'SISA',
    finess: finess(11),
    siret: siret(11),
    street: '6 rue du Maréchal-Vaillant',
    town: 'Nogent-sur-Marne',
    mailbox: 'msp-bords-de-marne',
    legal: by('Dr', 'Laure', 'Fontaine', 'gérante'),
  },
  {
    legalName: 'Pharmacie du Viaduc',
    legalForm: 'SELARL',
    finess: finess(12),
    siret: siret(12),
    street: '88 avenue du Maréchal-Joffre',
    town: 'Le Perreux-sur-Marne',
    mailbox: 'pharmacie-du-viaduc',
    legal: by('M.', 'Olivier', 'Caron', 'gérant'),
  },
  {
    legalName: 'Centre de santé Jean-Vilar',
    legalForm: 'association',
    finess: finess(13),
    siret: siret(13),
    street: '1 place Rodin',
    town: 'Champigny-sur-Marne',
    mailbox: 'centre-jean-vilar',
    legal: by('Mme', 'Isabelle', 'Renaud', 'directrice'),
    substitute: by('M.', 'Mehdi', 'Saïdi', 'coordinateur médical'),
  },
  {
    legalName: 'EHPAD La Roseraie',
    legalForm: 'SAS',
    finess: finess(14),
    siret: siret(14),
    street: '11 avenue de Rigny',
    town: 'Bry-sur-Marne',
    mailbox: 'ehpad-la-roseraie',
    legal: by('Mme', 'Valérie', 'Chevalier', 'directrice'),
  },
  {
    legalName: 'Laboratoire Biomarne',
    legalForm: 'SELAS',
    finess: finess(15),
    siret: siret(15),
    street: '33 rue de Paris',
    town: 'Joinville-le-Pont',
    mailbox: 'laboratoire-biomarne',
    legal: by('Dr', 'Stéphane', 'Noël', 'président'),
  },
]

export const coordinator = {
  name: 'Inès Carpentier',
  email: 'coordination@rives-de-marne.example',
  title: 'coordinatrice',
}
