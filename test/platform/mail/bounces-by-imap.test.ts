import { Temporal } from 'temporal-polyfill'
import { createTransport } from 'nodemailer'
import { describe, expect, test, vi } from 'vitest'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { convocationProof } from '~/meetings/convene/proof.query.server'
import { env } from '~/platform/env.server'
import { fetchBounces } from '~/platform/mail/bounces.server'
import { deliverMail } from '~/platform/mail/deliver.server'
import { lastTrial, tryBox } from '~/platform/mail/returned/box-trial.server'
import { textOnlyBounce } from '../../support/bounces'
import { buildAssociation, buildMeeting, contextFor } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { hasMailServer, useMailServer } from '../../support/mail-server/use-mail-server'
import { BOXES } from '../../support/mail-server/settings'

const UNKNOWN = 'partie@membre.test'

describe.skipIf(!hasMailServer)('over postfix and dovecot', () => {
  const db = useDatabase()
  const arrived = useMailServer()
  const arrives = (box: keyof typeof BOXES, count: number) =>
    vi.waitFor(() => expect(arrived(box)).toBe(count), { timeout: 15_000, interval: 50 })

  test('a convocation to a mailbox that is no more comes back, is fetched once, and the proof says so', async () => {
    const { founders, statutesId } = await buildAssociation(db(), { founders: 3, actives: 1, honorary: 0 })
    const [president, present, gone] = founders
    if (!president || !present || !gone) throw new Error('three founders')
    await db().member.update({ where: { id: present.id }, data: { email: BOXES.present } })
    await db().member.update({ where: { id: gone.id }, data: { email: UNKNOWN } })
    const ctx = await contextFor(db(), president, Temporal.Instant.from('2027-05-10T10:00:00Z'))
    const { id: meetingId } = await buildMeeting(db(), { founders, statutesId })
    await conveneMeeting(ctx, { meetingId })
    const sent = await db().mail.findMany({ where: { toAddress: { in: [BOXES.present, UNKNOWN] } } })
    expect(sent).toHaveLength(2)
    for (const { id } of sent) await deliverMail(id)
    await arrives('present', 1)
    await arrives('bounce', 1)

    expect(await fetchBounces()).toEqual({ taken: 1, left: 0 })
    const row = (toAddress: string) => db().mail.findFirstOrThrow({ where: { toAddress } })
    expect(await row(BOXES.present)).toMatchObject({ state: 'ACCEPTED', bouncedAt: null })
    expect(await row(UNKNOWN)).toMatchObject({ state: 'BOUNCED', bounceDetail: expect.stringMatching(/^5\.1\.1/) })
    const meeting = await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })
    const proof = await convocationProof(ctx, meeting, { sequence: null, filter: 'a-traiter', after: null })
    expect(proof?.counts).toMatchObject({ failed: 1 })
    expect(proof?.lines).toMatchObject([
      { label: gone.label, state: 'bounced', answer: expect.stringMatching(/^5\.1\.1/) },
    ])
    expect(await fetchBounces()).toEqual({ taken: 0, left: 0 })
  })

  test('the box is tried at an address with « + »: sent, delivered, fetched, said', async () => {
    const { founders } = await buildAssociation(db(), { founders: 3, actives: 1, honorary: 0 })
    const ctx = await contextFor(db(), founders[0]!)
    await tryBox(ctx)
    const { id } = await db().mail.findFirstOrThrow({ where: { template: 'box-trial' } })
    await deliverMail(id)
    await arrives('bounce', 1)
    expect(await lastTrial(ctx)).toEqual({ state: 'on-its-way' })
    expect(await fetchBounces()).toEqual({ taken: 1, left: 0 })
    expect(await lastTrial(ctx)).toEqual({ state: 'arrived' })
  })

  test('what a program cannot read stays in the box for a person, and is not read again', async () => {
    const transport = createTransport(env().SMTP_URL)
    await transport.sendMail({
      envelope: { from: '', to: BOXES.bounce },
      raw: textOnlyBounce(BOXES.bounce),
    })
    transport.close()
    await arrives('bounce', 1)
    expect(await fetchBounces()).toEqual({ taken: 0, left: 1 })
    expect(await fetchBounces()).toEqual({ taken: 0, left: 0 })
  })
})
