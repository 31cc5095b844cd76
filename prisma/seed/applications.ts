import { internalRulesOn } from '~/membership/internal-rules/in-force.server'
import { submitApplication } from '~/membership/applications/submit-application.server'
import { statutesInForce } from '~/association/in-force.server'
import { instantOf } from '~/platform/clock.server'
import { transact, type Db } from '~/platform/db.server'
import { addDays } from '~/statutes/civil-date'
import type { DemoCalendar } from './calendar'
import { rpps } from './identifiers'
import { settleMails } from './outbox'

/** Somebody asks to join; the Bureau has not decided yet (6.2-a). */
export async function seedApplication(db: Db, { today }: DemoCalendar): Promise<void> {
  const day = addDays(today, -5)
  const [{ id: statutesId }, rules] = await transact(db, async (tx) => [
    await statutesInForce(tx, day),
    await internalRulesOn(tx, day),
  ])
  await submitApplication(
    { db, now: instantOf(day, '21:12') },
    {
      kind: 'PERSON',
      civility: 'Mme',
      lastName: 'Rivoire',
      firstName: 'Solène',
      bornOn: '1988-09-14',
      profession: 'sage-femme',
      rpps: rpps(77),
      street: '14 avenue du Général-de-Gaulle',
      postcode: '94170',
      town: 'Le Perreux-sur-Marne',
      email: 'solene.rivoire@demo.example',
      phone: '01 99 00 25 17',
      engaged: 'on',
      commitment: 'Je souhaite participer au parcours de sortie de maternité.',
      statutesId,
      statutesAccepted: 'on',
      internalRulesId: rules?.id ?? null,
      internalRulesAccepted: 'on',
      mailConsent: 'on',
      clientIp: '192.0.2.1',
    },
  )
  await settleMails(db)
}
