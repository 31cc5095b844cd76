import { beforeEach, describe, expect, test } from 'vitest'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { confirmEmailChange, pendingChange } from '~/personal-data/my-data/email/confirm-email-change.server'
import { CHANGE_MINUTES, requestEmailChange } from '~/personal-data/my-data/email/request-email-change.server'
import type { Context } from '~/platform/context'
import { z } from 'zod'
import {
  addBody,
  buildAssociation,
  buildMeeting,
  contextFor,
  cookieFor,
  TEST_NOW,
  type BuiltMember,
} from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase } from '../../support/joining'

const db = useDatabase()
let me: BuiltMember
let other: BuiltMember
let president: BuiltMember
let own: Context
const NEW = 'nouvelle@example.org'

beforeEach(async () => {
  await emptyDatabase(db())
  await db().$executeRaw`delete from rate_limit`
  const { actives, founders } = await buildAssociation(db(), { founders: 3, actives: 2, honorary: 0 })
  const [first, second] = actives
  if (!first || !second || !founders[0]) throw new Error('members are missing')
  me = first
  other = second
  president = founders[0]
  own = await contextFor(db(), me)
})

const mailsTo = (toAddress: string) => db().mail.findMany({ where: { toAddress }, orderBy: { queuedAt: 'asc' } })

async function tokenSentTo(address: string): Promise<string> {
  const mail = await db().mail.findFirstOrThrow({
    where: { toAddress: address, template: 'address-confirm' },
    orderBy: { id: 'desc' },
  })
  return z.object({ url: z.string() }).parse(mail.props).url.split('/').at(-1) ?? ''
}
const asked = async (ctx = own, email = NEW) => {
  await requestEmailChange(ctx, { email })
  return tokenSentTo(email)
}
const later = (minutes: number): Context => ({ ...own, now: TEST_NOW.add({ minutes }) })
const accountOf = ({ accountId }: BuiltMember) => db().account.findUniqueOrThrow({ where: { id: accountId } })

describe('asking for another address', () => {
  test('sends a link there, tells the present address, changes nothing', async () => {
    await asked()
    expect((await mailsTo(NEW)).map(({ template }) => template)).toEqual(['address-confirm'])
    expect(
      (await mailsTo(me.email)).map(({ template, props }) => [
        template,
        z.object({ stage: z.string() }).parse(props).stage,
      ]),
    ).toEqual([['address-changed', 'asked']])
    expect((await accountOf(me)).email).toBe(me.email)
    expect(JSON.stringify(await mailsTo(me.email))).not.toContain(NEW)
  })

  test('a change that is not confirmed touches no convocation', async () => {
    await asked()
    const ctx = await contextFor(db(), president)
    const { statutesId } = await db()
      .statutesVersion.findFirstOrThrow()
      .then(({ id }) => ({ statutesId: id }))
    const meeting = await buildMeeting(db(), { statutesId, founders: [president] })
    await conveneMeeting(ctx, { meetingId: meeting.id })
    expect((await db().convocationNotice.findFirstOrThrow({ where: { memberId: me.id } })).address).toBe(me.email)
  })

  test('reveals nothing of an address that somebody has: the same answer, no link, its holder is told', async () => {
    expect(await requestEmailChange(own, { email: other.email })).toBe(await requestEmailChange(own, { email: NEW }))
    expect((await mailsTo(other.email)).map(({ template }) => template)).toEqual(['address-known'])
    expect(JSON.stringify(await mailsTo(other.email))).not.toContain(me.label)
    expect(await db().emailChange.count()).toBe(1)
  })

  test('asks for a fresh proof of identity; one’s own address is no change', async () => {
    await expect(requestEmailChange(later(11), { email: NEW })).rejects.toMatchObject({ status: 409 })
    await expect(requestEmailChange(own, { email: me.email })).rejects.toMatchObject({ status: 400 })
    expect(await db().mail.count()).toBe(0)
  })

  test('five times an hour at most', async () => {
    for (const rank of [1, 2, 3, 4, 5]) await requestEmailChange(own, { email: `a${rank}@example.org` })
    await expect(requestEmailChange(own, { email: 'a6@example.org' })).rejects.toMatchObject({ status: 429 })
  })
})

describe('confirming', () => {
  test('account, membership and convocations move; other sessions end; the old address is told', async () => {
    const elsewhere = await cookieFor(db(), me)
    const token = await asked()
    expect(await pendingChange(own, token)).toEqual({ toEmail: NEW })
    await confirmEmailChange(own, token)
    expect((await accountOf(me)).email).toBe(NEW)
    const member = await db().member.findUniqueOrThrow({ where: { id: me.id } })
    expect(member.email).toBe(NEW)
    expect(member.searchText).toContain('nouvelle')
    const sessions = await db().session.findMany({ where: { accountId: me.accountId, revokedAt: null } })
    expect(sessions.map(({ id }) => id)).toEqual([own.actor.sessionId])
    expect(elsewhere).toBeTruthy()
    expect((await mailsTo(me.email)).map(({ props }) => z.object({ stage: z.string() }).parse(props).stage)).toEqual([
      'asked',
      'done',
    ])
    expect(await db().journalEntry.count({ where: { act: 'account.email-changed' } })).toBe(1)
  })

  test('a representative moves his mandates in place, not those that ended', async () => {
    const body = await addBody(db(), { legalName: 'Centre des Lilas' })
    const director = await contextFor(db(), body)
    await confirmEmailChange(director, await asked(director))
    const [mandate] = await db().representative.findMany({ where: { memberId: body.id } })
    expect(mandate?.email).toBe(NEW)
    expect((await db().member.findUniqueOrThrow({ where: { id: body.id } })).email).toBeNull()
  })

  test.each([
    [CHANGE_MINUTES - 1, true],
    [CHANGE_MINUTES, false],
    [CHANGE_MINUTES + 1, false],
  ])('after %i minutes of 60: %s', async (minutes, taken) => {
    const token = await asked()
    const confirm = confirmEmailChange(later(minutes), token)
    if (taken) await confirm
    else await expect(confirm).rejects.toMatchObject({ status: 409 })
    expect((await accountOf(me)).email).toBe(taken ? NEW : me.email)
  })

  test('once; a later request puts the former aside; the link of another is nobody’s', async () => {
    const first = await asked()
    const second = await asked(own, 'autre@example.org')
    await expect(confirmEmailChange(own, first)).rejects.toMatchObject({ status: 409 })
    const stranger = await contextFor(db(), other)
    expect(await pendingChange(stranger, second)).toBeNull()
    await expect(confirmEmailChange(stranger, second)).rejects.toMatchObject({ status: 409 })
    await confirmEmailChange(own, second)
    await expect(confirmEmailChange(own, second)).rejects.toMatchObject({ status: 409 })
    expect((await accountOf(other)).email).toBe(other.email)
  })

  test('pressed twice at once: one change, one message', async () => {
    const token = await asked()
    const done = await Promise.allSettled([confirmEmailChange(own, token), confirmEmailChange(own, token)])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await mailsTo(me.email)).toHaveLength(2)
  })

  test('two people who confirm the same address at once never share it', async () => {
    const them = await contextFor(db(), other)
    const mine = await asked()
    const theirs = await asked(them)
    const done = await Promise.allSettled([confirmEmailChange(own, mine), confirmEmailChange(them, theirs)])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().account.count({ where: { email: NEW } })).toBe(1)
    expect(await db().member.count({ where: { email: NEW } })).toBe(1)
  })

  test('an address taken meanwhile is refused, and the link can serve once it is free again', async () => {
    const token = await asked()
    const taken = await db().account.create({ data: { email: NEW, name: 'Autre', createdAt: new Date(0) } })
    await expect(confirmEmailChange(own, token)).rejects.toMatchObject({ status: 409 })
    expect((await accountOf(me)).email).toBe(me.email)
    await db().account.delete({ where: { id: taken.id } })
    await confirmEmailChange(own, token)
    expect((await accountOf(me)).email).toBe(NEW)
  })

  test('an address that the secretary changed meanwhile is not written over', async () => {
    const token = await asked()
    await db().account.update({ where: { id: me.accountId }, data: { email: 'secretariat@example.org' } })
    const now = await contextFor(db(), me)
    expect(await pendingChange(now, token)).toBeNull()
    await expect(confirmEmailChange(own, token)).rejects.toMatchObject({ status: 409 })
    expect((await accountOf(me)).email).toBe('secretariat@example.org')
  })
})
