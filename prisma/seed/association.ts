import { addDays } from '~/statutes/civil-date'
import { dateColumn } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import type { DemoCalendar } from './calendar'
import { siret } from './identifiers'

export const ASSOCIATION = {
  name: 'CPTS des Rives de Marne',
  shortName: 'CPTS Rives de Marne',
  object:
    'Coordonner les professionnels de santé de Nogent-sur-Marne, du Perreux-sur-Marne, de Bry-sur-Marne, de Joinville-le-Pont, de Champigny-sur-Marne et de Saint-Maur-des-Fossés autour d’un projet de santé partagé.',
  seatStreet: 'Maison de santé, 6 rue du Maréchal-Vaillant',
  postcode: '94130',
  town: 'Nogent-sur-Marne',
  email: 'contact@rives-de-marne.example',
  phone: '01 99 00 24 80',
  rna: 'W941999018',
  siret: siret(1),
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPPAR',
}

export async function seedAssociation(db: Db, calendar: DemoCalendar): Promise<void> {
  const declaredOn = dateColumn(addDays(calendar.constitution, 23))
  await db.association.create({ data: { id: 1, ...ASSOCIATION, declaredOn, demo: true } })
}
