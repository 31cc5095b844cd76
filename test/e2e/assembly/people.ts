import iconv from 'iconv-lite'

const actives = [
  ['Mme', 'Bernard', 'Élodie', 'Infirmière'],
  ['M.', 'Dubois', 'François', 'Masseur-kinésithérapeute'],
  ['Mme', 'Lefèvre', 'Zoé', 'Sage-femme'],
  ['M.', 'Moreau', 'Noël', 'Pharmacien'],
  ['Mme', 'Garnier', 'Inès', 'Orthophoniste'],
  ['M.', 'Faure', 'Étienne', 'Infirmier'],
  ['Mme', 'Rousseau', 'Hélène', 'Pédicure-podologue'],
  ['M.', 'Blanc', 'Jérôme', 'Chirurgien-dentiste'],
  ['Mme', 'Guérin', 'Maëlle', 'Infirmière'],
  ['M.', 'Boyer', 'Loïc', 'Masseur-kinésithérapeute'],
  ['Mme', 'Garçon', 'Agnès', 'Diététicienne'],
  ['M.', 'Chevalier', 'Rémi', 'Infirmier'],
  ['Mme', 'Œuvrard', 'Anaïs', 'Psychologue'],
  ['M.', 'Robin', 'Gaël', 'Ergothérapeute'],
  ['Mme', 'Masson', 'Aurélie', 'Infirmière'],
] as const
const bodies = [
  'Centre de santé de l’Île',
  'Pharmacie du Marché',
  'EHPAD Les Chênes',
  'Maison de santé des Écluses',
  'Laboratoire du Pont',
]

const mail = (first: string, last: string) =>
  `${first}.${last}@example.org`
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/Œ/g, 'OE')
    .toLowerCase()

/** The names of the story, as its pages show them. */
export const PRESIDENT = {
  civility: 'Dr',
  first: 'Anne',
  last: 'Martin',
  label: 'Dr Anne Martin',
  email: 'anne.martin@example.org',
}
export const SECRETARY = { label: 'Dr Paul Roux', email: 'paul.roux@example.org' }
export const founder = (index: number) => `Dr ${founders[index]?.[2]} ${founders[index]?.[1]}`
export const active = (index: number) => {
  const found = actives[index]
  if (!found) throw new Error('the story has fifteen natural persons among its actives')
  const [, last, first] = found
  return { label: `${first} ${last}`, last, email: mail(first, last) }
}

const HEADER =
  'numero;civilite;nom;prenom;email;adresse;code_postal;ville;profession;structure;college;date_adhesion;consentement'
const founders = [
  ['Dr', 'Martin', 'Anne'],
  ['Dr', 'Roux', 'Paul'],
  ['Dr', 'Çelik', 'Selin'],
  ['Dr', 'Noël', 'Benoît'],
] as const

/** 26 members as a treasurer's spreadsheet saves them: semicolons, French dates, Windows-1252, quotation marks typed by Word. */
export function membersCsv(): Buffer {
  const where = '12 rue de l’Église;94200;Ivry-sur-Seine'
  const person = (number: number, row: readonly string[], college: string, profession: string) => {
    const [civility = '', last = '', first = ''] = row
    const consent = last === 'Masson' ? '' : '15/01/2020'
    return `${number};${civility};${last};${first};${mail(first, last)};${where};${profession};;${college};15/01/2020;${consent}`
  }
  const lines = [
    ...founders.map((row, index) => person(index + 1, row, 'fondateur', 'Médecin généraliste')),
    ...actives.map((row, index) => person(index + 5, row, 'actif', row[3])),
    ...bodies.map(
      (name, index) =>
        `${index + 20};Mme;Directrice;Claire ${index + 1};accueil${index + 1}@example.org;${where};;${name};actif;15/01/2020;15/01/2020`,
    ),
    person(25, ['Mme', 'Perrin', 'Odile'], 'honneur', 'Retraitée'),
    person(26, ['M.', 'Lambert', 'Gérard'], 'honneur', 'Retraité'),
  ]
  return iconv.encode([HEADER, ...lines].join('\r\n'), 'win1252')
}
