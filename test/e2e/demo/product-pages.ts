import { askOne, demoMeetings } from './meetings'
import type { Visitor } from './audience'

/** An address, and to whom it opens; the others are told that nothing is there, or asked to sign in. */
export type ProductPage = { path: string; opensTo: readonly Visitor[] }

const OFFICE: Visitor[] = ['president', 'coordinator']
const OFFICERS: Visitor[] = [...OFFICE, 'founder']
const MEMBERS: Visitor[] = ['president', 'founder', 'active', 'representative', 'honorary']
const SIGNED_IN: Visitor[] = [...MEMBERS, 'coordinator']
const bureauOnly: Visitor[] = ['president', 'founder']
const EVERYBODY: Visitor[] = ['anonymous', ...SIGNED_IN]

const PUBLIC = [
  '/',
  '/statuts',
  '/simulateur',
  '/mentions',
  '/accessibilite',
  '/adherer',
  '/adherer/recue',
  '/statuts/reglement-interieur',
  '/demo',
  '/demo/courriels',
  '/connexion/perime',
]
const OF_SIGNED_IN = [
  '/a-faire',
  ...['/mes-sessions', '/bureau', '/registre', '/assemblees', '/compte', '/mes-donnees', '/mes-donnees/courriel'],
  ...['/mes-cotisations', '/mes-cotisations/historique', '/mes-votes', '/explications'],
]
const OF_MEMBERS = ['/demission', '/mes-donnees/accords']
const OF_OFFICERS = ['/membres', '/membres/registre', '/assemblees/nouvelle', '/courriels-revenus']
const OF_OFFICE = ['/membres/nouveau', '/membres/import', '/candidatures']
const OF_PRESIDENT = ['/bureau/delegation', '/bureau/mandat', '/bureau/salarie', '/acces-aux-donnees']
/** 6.4-a: who conducts a disciplinary case */
const OF_DISCIPLINE = ['/exclusions', '/exclusions/nouvelle']
const OF_DUES = [
  ...['', '/courriers', '/exercices', '/exercices/nouveau', '/paiements', '/paiements/nouveau', '/a-rapprocher'],
  ...['/releves', '/releves/de-cote', '/remises', '/coordonnees', '/stripe'],
].map((path) => `/cotisations${path}`)

/** The pages of a meeting that officers keep; those open once it is convened and held are told apart by the meeting. */
const KEPT = [
  '/modifier',
  '/ordre-du-jour',
  '/documents',
  '/convocation',
  '/electeurs',
  '/pouvoirs',
  '/emargement',
  '/seance',
]
const HELD = ['', '/scrutins', '/vote', '/pv']

/** Every page of the product over the seeded demonstration. */
export async function productPages(databaseUrl: string): Promise<ProductPage[]> {
  const { draft, second, failed, signing } = await demoMeetings(databaseUrl)
  const one = (sql: string, ...values: string[]) => askOne(databaseUrl, sql, values)
  const [item, mail, person, body, mandate, letter, dues, year, payment, application] = await Promise.all([
    one('select id from "AgendaItem" where "meetingId" = $1 order by position limit 1', draft),
    one('select id from "Mail" order by "queuedAt" desc limit 1'),
    one(`select id from "Member" where "lastName" = 'Delaunay'`),
    one(`select id from "Member" where "legalName" = 'Centre de santé Jean-Vilar'`),
    one(`select id from "Mandate" where office = 'vice-president' limit 1`),
    one('select id from "RegisteredLetter" limit 1'),
    one(`select id from "Dues" where stage = 'answer-over'`),
    one('select year from "DuesPeriod" order by year desc limit 1'),
    one(`select id from "Payment" where state = 'PAID' order by "createdAt" desc limit 1`),
    one('select id from "Application" limit 1'),
  ])
  const list = (opensTo: Visitor[], paths: string[]) => paths.map((path): ProductPage => ({ path, opensTo }))
  const meeting = (id: string, opensTo: Visitor[], paths: string[]) =>
    list(
      opensTo,
      paths.map((path) => `/assemblees/${id}${path}`),
    )
  return [
    ...list(EVERYBODY, [...PUBLIC, `/demo/courriels/${mail}`]),
    ...list(['anonymous'], ['/connexion']),
    ...list(SIGNED_IN, OF_SIGNED_IN),
    ...list(MEMBERS, OF_MEMBERS),
    ...list(OFFICERS, [...OF_OFFICERS, '/registre/1']),
    ...list(OFFICE, [`/candidatures/${application}`]),
    ...list(bureauOnly, OF_DISCIPLINE),
    ...list(OFFICERS, ['/courriers']),
    ...list(OFFICE, [
      ...OF_DUES,
      `/courriers/${letter}`,
      `/cotisations/dossiers/${dues}`,
      `/cotisations/exercices/${year}`,
      ...['', '/annuler', '/affecter', '/rembourser'].map((sub) => `/cotisations/paiements/${payment}${sub}`),
    ]),
    ...list(OFFICE, [
      ...OF_OFFICE,
      ...['/modifier', '/consentements', '/categorie', '/depart'].map((sub) => `/membres/${person}${sub}`),
    ]),
    ...list(OFFICE, [`/membres/${body}/representants`]),
    ...list([...OFFICERS, 'active'], [`/membres/${person}`]),
    ...list([...OFFICERS, 'representative'], [`/membres/${body}`]),
    ...list(['president'], OF_PRESIDENT),
    // his own seat: each resigns alone
    ...list(bureauOnly, [`/bureau/mandats/${mandate}/fin`]),
    ...list(bureauOnly, ['/bureau/remplacement']),
    ...meeting(draft, OFFICERS, [
      ...HELD,
      ...KEPT,
      '/ecran',
      `/ordre-du-jour/${item}`,
      `/ordre-du-jour/${item}/resolution`,
    ]),
    ...meeting(draft, [], ['/reponse', '/presence', '/seconde-session']),
    ...meeting(second, SIGNED_IN, HELD),
    ...meeting(second, MEMBERS, ['/reponse', '/presence']),
    ...meeting(second, OFFICERS, [...KEPT, '/ecran']),
    ...meeting(second, OFFICE, ['/convocation/annuler']),
    ...meeting(failed, SIGNED_IN, ['', '/pv']),
    ...meeting(failed, OFFICERS, ['/seance', '/seconde-session']),
    ...meeting(signing, OFFICERS, HELD),
    ...meeting(signing, bureauOnly, ['/reponse', '/presence']),
  ]
}
