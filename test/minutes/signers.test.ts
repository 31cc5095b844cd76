import { beforeAll, describe, expect, it } from 'vitest'
import { fixMinutes } from '~/minutes/fix-minutes.server'
import { signMinutes } from '~/minutes/sign-minutes.server'
import { openSession } from '~/meetings/session/open-session.server'
import { replaceSecretary } from '~/meetings/session/replace-secretary.server'
import { secretaryChoices } from '~/meetings/session/secretaries.server'
import { dateFromInstant } from '~/platform/dates'
import { buildAssociation, contextFor, type BuiltAssociation, type BuiltMember } from '../support/builders'
import { useDatabase } from '../support/database'
import { AT_DOOR, nth, sessionOf, STARTED } from '../meetings/session/support'

const db = useDatabase()
let built: BuiltAssociation
beforeAll(async () => {
  built = await buildAssociation(db())
})
const founder = (index: number) => nth(built.founders, index)
const as = (member: BuiltMember) => contextFor(db(), member, STARTED)

/** A session that these people attended, closed. */
async function held(body: 'ago' | 'bureau', there: readonly BuiltMember[]) {
  const session = await sessionOf(db(), built, { body, resolutions: [] })
  await session.open()
  await session.arriveAll(there)
  await db().meeting.update({
    where: { id: session.id },
    data: { state: 'CLOSED', openedAt: dateFromInstant(STARTED), closedAt: dateFromInstant(STARTED) },
  })
  return session.id
}
const secretaryOf = async (id: string) => (await db().meeting.findUniqueOrThrow({ where: { id } })).secretaryAccountId

describe('8.3-c minutes that somebody can sign', () => {
  it('who presides an assembly is not its secretary, offered or typed; of the Bureau he may be', async () => {
    const { id, president } = await sessionOf(db(), built)
    const meeting = await db().meeting.findUniqueOrThrow({ where: { id } })
    const choices = await secretaryChoices(db(), meeting, founder(0).accountId)
    expect(choices.map(({ accountId }) => accountId)).not.toContain(founder(0).accountId)
    const own = { meetingId: id, secretary: founder(0).accountId }
    await expect(openSession({ ...president, now: AT_DOOR }, own)).rejects.toMatchObject({
      status: 400,
      fieldErrors: { secretary: [expect.stringContaining('à deux')] },
    })
    const bureau = await sessionOf(db(), built, { body: 'bureau' })
    await openSession(president, { ...own, meetingId: bureau.id })
    expect(await secretaryOf(bureau.id)).toBe(founder(0).accountId)
  })

  it('a secretary who presides cannot be kept, one who never came need not be: the chair names another, and it is noted', async () => {
    const id = await held('ago', [founder(0), founder(2)])
    const president = await as(founder(0))
    await db().meeting.update({ where: { id }, data: { secretaryAccountId: founder(0).accountId } })
    await expect(fixMinutes(president, id)).rejects.toMatchObject({ reasons: [{ rule: '8.3-c' }] })
    await db().meeting.update({ where: { id }, data: { secretaryAccountId: founder(1).accountId } })
    await expect(
      replaceSecretary(await as(founder(2)), { meetingId: id, secretary: founder(2).accountId }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(replaceSecretary(president, { meetingId: id, secretary: founder(0).accountId })).rejects.toMatchObject(
      { status: 400 },
    )
    await replaceSecretary(president, { meetingId: id, secretary: founder(2).accountId })
    await replaceSecretary(president, { meetingId: id, secretary: founder(2).accountId })
    expect(await db().incident.findMany({ where: { meetingId: id } })).toMatchObject([
      { kind: 'session', rule: '8.3-c' },
    ])
    const minutesId = await fixMinutes(president, id)
    await expect(replaceSecretary(president, { meetingId: id, secretary: founder(1).accountId })).rejects.toThrow(
      'à la signature',
    )
    await signMinutes(president, minutesId)
    expect((await signMinutes(await as(founder(2)), minutesId)).number).toBeGreaterThan(0)
  })

  it('an officer who was not at the meeting of the Bureau does not attest it; one who was does', async () => {
    const id = await held('bureau', [founder(0), founder(1)])
    const minutesId = await fixMinutes(await as(founder(0)), id)
    await expect(signMinutes(await as(founder(2)), minutesId)).rejects.toMatchObject({ status: 404 })
    await signMinutes(await as(founder(1)), minutesId)
    expect((await signMinutes(await as(founder(0)), minutesId)).number).toBeGreaterThan(0)
  })

  it('where nobody but the chair came, any member of the Bureau attests that nobody came', async () => {
    const id = await held('bureau', [founder(0)])
    const minutesId = await fixMinutes(await as(founder(0)), id)
    await signMinutes(await as(founder(0)), minutesId)
    expect((await signMinutes(await as(founder(2)), minutesId)).number).toBeGreaterThan(0)
  })
})
