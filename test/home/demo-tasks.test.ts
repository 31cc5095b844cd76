import { beforeAll, describe, expect, test } from 'vitest'
import { callsOf } from '~/meetings/answer/calls.query.server'
import { homeSteps } from '~/home/home-steps.query.server'
import { instantOf } from '~/platform/clock.server'
import { isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { seedDemo } from '../../prisma/seed'
import { demoDays } from '../demo-days'
import { contextFor } from '../support/builders'
import { useDatabase } from '../support/database'
import { demandTrue } from './demo-tasks'

describe.each(demoDays())('the demonstration made on %s', (today) => {
  const db = useDatabase()
  const now = instantOf(today, '09:00')
  beforeAll(() => seedDemo(db(), now), 240_000)

  test('no task of anybody is false, and none that the database holds is missing', async () => {
    const accounts = await db().account.findMany({ select: { id: true, name: true } })
    const unsigned = await db().minutes.findFirstOrThrow({ where: { state: 'SIGNING' }, include: { meeting: true } })
    const told = { sign: 0, owed: 0 }
    for (const { id } of accounts) {
      const ctx = await contextFor(db(), { accountId: id }, now)
      const steps = await homeSteps(ctx, await callsOf(ctx))
      const memberIds = ctx.actor.actingFor.map(({ memberId }) => memberId)
      for (const step of steps) await demandTrue(db(), step, { accountId: id, memberIds, today })
      const keys = steps.map(({ key }) => key)
      expect(new Set(keys).size, 'each once').toBe(keys.length)
      expect(keys.includes('applications')).toBe(may(ctx.actor, 'members.write'))
      expect(keys.includes('dues-acts')).toBe(may(ctx.actor, 'dues.manage'))
      if (memberIds.includes(unsigned.meeting.chairMemberId ?? '')) {
        expect(keys).toContain(`sign-${unsigned.id}`)
        told.sign += 1
      }
      const owed = await db().dues.findMany({
        where: { closedAs: null, stage: { not: null }, memberId: { in: memberIds } },
      })
      for (const dues of owed) expect(keys).toContain(`dues-${dues.id}`)
      told.owed += owed.length
    }
    expect(told.sign).toBe(1)
    expect(told.owed).toBeGreaterThanOrEqual(2)
  }, 60_000)

  test('its dues are past due, its reports opened after the closing, its Bureau met after it too', async () => {
    const draft = await db().meeting.findFirstOrThrow({ where: { state: 'DRAFT' }, include: { documents: true } })
    const { settings } = await db().statutesVersion.findFirstOrThrow({ orderBy: { effectiveFrom: 'desc' } })
    const end =
      typeof settings === 'object' && settings && 'fiscalYearEnd' in settings ? String(settings.fiscalYearEnd) : ''
    const closing = `${draft.accountsOfYear}-${end}`
    expect(closing < today && isoDate(draft.date) > today).toBe(true)
    for (const { openSince } of draft.documents) if (openSince) expect(isoDate(openSince) > closing).toBe(true)
    const bureau = await db().meeting.findFirstOrThrow({
      where: { body: 'bureau', state: 'CLOSED' },
      orderBy: { date: 'desc' },
    })
    expect(isoDate(bureau.date) > closing).toBe(true)
    const period = await db().duesPeriod.findFirstOrThrow({ orderBy: { year: 'desc' } })
    expect(isoDate(period.dueOn) < today && period.calledAt !== null).toBe(true)
    const [open, all] = await Promise.all(
      [{ closedAs: null }, {}].map((where) => db().dues.count({ where: { periodId: period.id, ...where } })),
    )
    expect([open, (all ?? 0) > 20]).toEqual([2, true])
  })
})
