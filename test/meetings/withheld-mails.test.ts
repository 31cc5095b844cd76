import { beforeAll, describe, expect, it } from 'vitest'
import { cancelMeeting } from '~/meetings/convene/cancel-meeting.server'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { countToPost, lettersToPost } from '~/meetings/convene/to-post.query.server'
import { withheldMail } from '~/meetings/convene/withhold-mail.server'
import { recordConsent } from '~/members/identity/record-consent.server'
import { deliverMail } from '~/platform/mail/deliver.server'
import { buildAssociation, buildMeeting, contextFor, TEST_NOW, type BuiltAssociation, type BuiltMember } from '../support/builders' // prettier-ignore
import { useDatabase } from '../support/database'
import { useSmtp } from '../support/smtp'

const db = useDatabase()
const smtp = useSmtp()
let association: BuiltAssociation

const president = () => contextFor(db(), association.founders[0] ?? { accountId: '' })
const system = () => ({ db: db(), now: TEST_NOW, actor: null })
const deliver = (mailId: string) => deliverMail(mailId, { withheld: (id) => withheldMail(system(), id) })

beforeAll(async () => {
  association = await buildAssociation(db(), { founders: 3, actives: 5, honorary: 0 })
})

const withdraw = async ({ id: memberId }: BuiltMember) =>
  recordConsent(await president(), { memberId, kind: 'CONVOCATION', given: false, on: '2027-05-10', source: 'lettre' })

async function convened(body: 'ago' | 'bureau' = 'ago') {
  const { id } = await buildMeeting(db(), association, { body })
  await conveneMeeting(await president(), { meetingId: id })
  const meeting = await db().meeting.findUniqueOrThrow({ where: { id } })
  const mailOf = async ({ id: memberId }: BuiltMember) => {
    const notices = await db().convocationNotice.findMany({ where: { memberId, convocation: { meetingId: id } }, orderBy: { id: 'asc' } }) // prettier-ignore
    return notices.at(-1)?.mailId ?? ''
  }
  return { meeting, mailOf }
}

const sent = ({ email }: BuiltMember) => smtp.received.filter(({ to }) => to.includes(email)).length

describe('13.2-a a mail still queued when the agreement to mails is withdrawn', () => {
  it('does not leave: a letter waits for the post, whoever agrees still receives his', async () => {
    const { meeting, mailOf } = await convened()
    const [gone, stays] = [association.actives[0]!, association.actives[1]!]
    await withdraw(gone)
    await deliver(await mailOf(gone))
    await deliver(await mailOf(stays))
    await deliver(await mailOf(gone))
    expect([sent(gone), sent(stays)]).toEqual([0, 1])
    const mail = await db().mail.findUniqueOrThrow({ where: { id: await mailOf(gone) } })
    expect(mail).toMatchObject({ state: 'REFUSED', serverAnswer: expect.stringContaining('retiré son accord') })
    expect((await lettersToPost(db(), meeting.id)).map(({ label }) => label)).toEqual([gone.label])
    expect(await countToPost(db(), meeting)).toMatchObject({ letters: 1, withdrawn: 0 })
  })

  it('who has no postal address is among those whom no mail reached', async () => {
    const { meeting, mailOf } = await convened()
    const member = association.actives[2]!
    await db().member.update({ where: { id: member.id }, data: { street: null, postcode: null, town: null } })
    await withdraw(member)
    await deliver(await mailOf(member))
    expect(sent(member)).toBe(0)
    expect(await countToPost(db(), meeting)).toMatchObject({ failed: 1 })
  })

  it('8.3-a the Bureau is convened by any means: it leaves; so does a cancellation', async () => {
    const [, secretary] = association.founders
    const { mailOf } = await convened('bureau')
    const assembly = await convened()
    await withdraw(secretary!)
    await deliver(await mailOf(secretary!))
    expect(sent(secretary!)).toBe(1)
    await deliver(await assembly.mailOf(secretary!))
    expect(sent(secretary!)).toBe(1)
    const other = association.actives[3]!
    await cancelMeeting(await president(), { meetingId: assembly.meeting.id, reason: 'La salle est fermée.' })
    await withdraw(other)
    await deliver(await assembly.mailOf(other))
    expect(sent(other)).toBe(1)
  })
})
