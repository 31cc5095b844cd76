import { expect, test } from 'vitest'
import { lodgeAppeal } from '~/discipline/appeals/lodge-appeal.server'
import { casePage } from '~/discipline/cases/case-page.query.server'
import { caseSteps } from '~/discipline/cases/case-steps.query.server'
import { dateColumn } from '~/platform/dates'
import { buildAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { onDay } from '../cases/support'
import { excluded, first, THIRTY_DAYS } from './support'

const db = useDatabase()

test('6.4-a the statutes of the day of the decision: they gave no appeal, later ones give him none', async () => {
  const built = await buildAssociation(db(), { actives: 1 })
  const member = first(built.actives)
  const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
  await db().statutesVersion.create({
    data: {
      effectiveFrom: dateColumn('2027-06-05'),
      adoptedOn: dateColumn('2027-06-05'),
      adoptedBy: 'AGE du 5 juin 2027',
      settings: THIRTY_DAYS,
      hash: 'thirty',
      recordedAt: new Date('2027-06-05T10:00:00Z'),
    },
  })
  const letter = await db().registeredLetter.findFirstOrThrow({
    where: { subjectId: caseId, kind: 'exclusion-decision' },
  })
  expect(JSON.stringify(letter.body)).toContain('n’organisent pas de recours')
  const own = await onDay(db(), member, '2027-06-10')
  expect((await casePage(own, caseId)).appeal).toBeNull()
  expect(await caseSteps(own)).toEqual([])
  await expect(lodgeAppeal(own, { caseId, text: '' })).rejects.toMatchObject({
    status: 409,
    reasons: [{ rule: '6.4-a', sentence: expect.stringContaining('n’organisent pas de recours') }],
  })
})
