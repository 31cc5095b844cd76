import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { db, disconnect } from '~/platform/db.server'
import { buildAssociation, buildMeeting, contextFor } from '../../support/builders'
import { answer, handed } from './handed'

const { members } = await handed<{ members: number }>()
const people = await buildAssociation(db(), { founders: 4, actives: members - 4, honorary: 0 })
const ctx = await contextFor(db(), people.founders[0] ?? { accountId: '' })
const times: number[] = []
let mails = 0
for (let round = 0; round < 3; round += 1) {
  const meeting = await buildMeeting(db(), people, { state: 'DRAFT' })
  const began = performance.now()
  const sent = await conveneMeeting(ctx, { meetingId: meeting.id })
  times.push(performance.now() - began)
  mails = sent.mails
}
answer({ mails, times })
await disconnect()
