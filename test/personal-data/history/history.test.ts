import { expect, test } from 'vitest'
import { memberSheet } from '~/members/register/sheet/member-sheet.query.server'
import { memberHistory } from '~/personal-data/history/member-history.query.server'
import { dateColumn } from '~/platform/dates'
import { buildAssociation, contextFor, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { notifiedCase } from '../../discipline/cases/support'

const db = useDatabase()

test('one line of time, each viewer what his office opens: money to the treasurer, cases to who leads them', async () => {
  const { founders, actives } = await buildAssociation(db(), { actives: 2 })
  const [president, secretary, treasurer] = founders
  const [member] = actives
  if (!president || !secretary || !treasurer || !member) throw new Error('members are missing')
  const { letterId } = await notifiedCase(db(), president, member)
  const dues = await db().dues.findFirstOrThrow({ where: { memberId: member.id } })
  await db().duesStep.create({
    data: {
      duesId: dues.id,
      memberId: member.id,
      stage: 'called',
      rank: 10,
      on: dateColumn('2027-01-05'),
      at: dateColumn('2027-01-05'),
      ruling: {},
    },
  })
  const titles = async (who: BuiltMember) => {
    const ctx = await contextFor(db(), who)
    const sheet = await memberSheet(ctx, member.id)
    if (!sheet) throw new Error('the sheet is missing')
    return (await memberHistory(ctx, sheet)).map(({ title }) => title)
  }
  const admitted = 'Admission, membre actif'
  const letter = 'Lettre recommandée : Procédure d’exclusion : invitation à se défendre'
  const called = 'Cotisation 2027 : cotisation appelée'
  expect(await titles(secretary)).toEqual([admitted])
  expect(await titles(treasurer)).toEqual([called, admitted])
  expect(await titles(president)).toEqual([letter, 'Procédure : exclusion', called, admitted])
  expect(await titles(member)).toEqual(['Procédure : exclusion', called, admitted])
  await db().registeredLetter.update({ where: { id: letterId }, data: { depositedOn: dateColumn('2027-05-10') } })
  expect(await titles(member)).toContain(letter)
})
