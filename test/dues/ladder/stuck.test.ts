import { beforeAll, expect, it } from 'vitest'
import { callDues } from '~/dues/ladder/call-dues.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { morning, night, serve, stepsOf } from '../../support/ladder'
import { duesOfMember } from '../../support/payments'

const db = useDatabase()
let built: BuiltAssociation

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 6, honorary: 0, duesYear: 2027, settled: false })
  const { id: periodId } = await db().duesPeriod.findUniqueOrThrow({ where: { year: 2027 } })
  await db().duesRate.createMany({
    data: ['founder', 'active'].map((category) => ({ periodId, category, amountCents: 5000 })),
  })
})

it('6.4-b dues that cannot be moved stop no other; they are counted, and taken the next night', async () => {
  await callDues(await contextFor(db(), built.founders[2]!, morning('2027-02-01')), { year: 2027 })
  await serve(db())
  const stuck = await duesOfMember(db(), built.actives[2]!)
  await db().$executeRawUnsafe(`
    create function refuse_one() returns trigger language plpgsql as $$ begin
      if new."duesId" = '${stuck.id}' then raise exception 'a fault of these dues alone'; end if; return new; end $$`)
  await db().$executeRawUnsafe(
    'create trigger refuse_one before insert on "DuesStep" for each row execute function refuse_one()',
  )
  expect(await night(db(), '2027-04-01')).toMatchObject({ failed: 1, byStage: { due: 8 } })
  expect(await stepsOf(db(), { duesId: stuck.id })).toEqual(['called 2027-02-01'])
  await db().$executeRawUnsafe('drop trigger refuse_one on "DuesStep"')
  expect(await night(db(), '2027-04-02')).toMatchObject({ failed: 0, byStage: { due: 1 } })
})
