import { beforeAll, describe, expect, it } from 'vitest'
import { correctMinutes } from '~/minutes/correct-minutes.server'
import { fixMinutes, withdrawMinutes } from '~/minutes/fix-minutes.server'
import { publishMinutes } from '~/minutes/publish-minutes.server'
import { readBody } from '~/minutes/read-body'
import { saveDraft } from '~/minutes/save-draft.server'
import { signMinutes } from '~/minutes/sign-minutes.server'
import { verifyRegister } from '~/minutes/verify-register.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { pool } from '~/platform/db.server'
import { TEST_NOW, buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let built: BuiltAssociation
let president: Context
let secretary: Context

async function closedMeeting(body: 'ago' | 'bureau' = 'ago') {
  const meeting = await buildMeeting(db(), built, { body, state: 'OPEN' })
  await db().meeting.update({
    where: { id: meeting.id },
    data: {
      state: 'CLOSED',
      closedAt: dateFromInstant(TEST_NOW.add({ hours: 2 })),
      chairQuality: 'présidence de l’association',
      secretaryAccountId: secretary.actor.accountId,
      secretaryName: secretary.actor.name,
    },
  })
  return meeting.id
}

beforeAll(async () => {
  built = await buildAssociation(db())
  president = await contextFor(db(), built.founders[0]!)
  secretary = await contextFor(db(), built.founders[1]!)
})

describe('8.3-c minutes', () => {
  it('keep what the secretary typed, version by version, and refuse a version that is not the last', async () => {
    const meetingId = await closedMeeting()
    const content = { opening: 'Le Président ouvre la séance.', debates: {}, closing: '' }
    expect(await saveDraft(secretary, { meetingId, basedOn: 0, content })).toBe(1)
    expect(
      await saveDraft(secretary, { meetingId, basedOn: 1, content: { ...content, closing: 'Séance levée.' } }),
    ).toBe(2)
    await expect(saveDraft(secretary, { meetingId, basedOn: 1, content })).rejects.toMatchObject({ status: 409 })
  })

  it('are fixed once however often it is pressed, numbered with the second signature only', async () => {
    const meetingId = await closedMeeting()
    const ids = await Promise.all(Array.from({ length: 5 }, () => fixMinutes(secretary, meetingId)))
    expect(new Set(ids).size).toBe(1)
    const id = ids[0]!
    expect(await signMinutes(president, id)).toEqual({ number: null })
    expect(await signMinutes(president, id)).toEqual({ number: null })
    const numbers = await Promise.all(Array.from({ length: 5 }, () => signMinutes(secretary, id)))
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(1)
    const minutes = await db().minutes.findUniqueOrThrow({ where: { id }, include: { signatures: true } })
    expect(minutes.state).toBe('SIGNED')
    expect(minutes.signatures).toHaveLength(2)
    expect(await db().registerEntry.count({ where: { stream: 'deliberations' } })).toBe(minutes.number)
  })

  it('are signed by nobody else, and not without a fresh proof of identity', async () => {
    const id = await fixMinutes(secretary, await closedMeeting())
    const active = await contextFor(db(), built.actives[0]!)
    await expect(signMinutes(active, id)).rejects.toMatchObject({ status: 404 })
    const stale = { ...president, now: president.now.add({ minutes: 11 }) }
    await expect(signMinutes(stale, id)).rejects.toMatchObject({ status: 409 })
  })

  it('of the Bureau are signed by the President and another member of the Bureau', async () => {
    const id = await fixMinutes(secretary, await closedMeeting('bureau'))
    await signMinutes(president, id)
    const treasurer = await contextFor(db(), built.founders[2]!)
    const { number } = await signMinutes(treasurer, id)
    expect(number).toBeGreaterThan(0)
  })

  it('go back to the draft before the last signature, never after', async () => {
    const meetingId = await closedMeeting()
    const id = await fixMinutes(secretary, meetingId)
    await signMinutes(president, id)
    await withdrawMinutes(secretary, id)
    const again = await fixMinutes(secretary, meetingId)
    expect(again).not.toBe(id)
    await signMinutes(president, again)
    await signMinutes(secretary, again)
    await expect(withdrawMinutes(secretary, again)).rejects.toMatchObject({ status: 409 })
    await expect(pool().query(`update "Minutes" set body = '{}' where id = $1`, [again])).rejects.toMatchObject({
      code: 'P0A01',
    })
  })

  it('are published once: PDF sealed, mails to those convened; a correction is an entry that names the old one', async () => {
    const id = await fixMinutes(secretary, await closedMeeting())
    await signMinutes(president, id)
    await signMinutes(secretary, id)
    await Promise.all([publishMinutes(db(), id, TEST_NOW), publishMinutes(db(), id, TEST_NOW)])
    const minutes = await db().minutes.findUniqueOrThrow({ where: { id } })
    const mails = await db().mail.count({ where: { template: 'minutes-signed', meetingId: minutes.meetingId } })
    expect(mails).toBe(built.all.length)
    const correction = await correctMinutes(secretary, {
      minutesId: id,
      text: 'À la résolution 1, lire « 2027 » au lieu de « 2026 ».',
    })
    await signMinutes(president, correction)
    const { number } = await signMinutes(secretary, correction)
    await publishMinutes(db(), correction, TEST_NOW)
    expect(number).toBe((minutes.number ?? 0) + 1)
    const body = readBody((await db().minutes.findUniqueOrThrow({ where: { id: correction } })).body)
    expect(body.kind === 'CORRECTION' && body.corrects.number).toBe(minutes.number)
    expect(await verifyRegister(db())).toMatchObject({ ok: true })
  })

  it('altered behind the triggers, are named by the verification with their number', async () => {
    const signed = await db().minutes.findFirstOrThrow({ where: { number: 1 } })
    await pool().query(`alter table "Minutes" disable trigger all`)
    await pool().query(`update "Minutes" set body = replace(body, 'Assemblée', 'Réunion') where id = $1`, [signed.id])
    await pool().query(`alter table "Minutes" enable trigger all`)
    expect(await verifyRegister(db())).toEqual({
      ok: false,
      stream: 'deliberations',
      seq: 1,
      fault: 'texte du procès-verbal modifié',
    })
  })
})
