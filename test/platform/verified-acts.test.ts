import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeEach, expect, test } from 'vitest'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { fixMinutes } from '~/minutes/fix-minutes.server'
import { dateFromInstant } from '~/platform/dates'
import { action as meetingCancelled } from '~/routes/assemblees.$id.convocation.annuler'
import { action as meetingChanged } from '~/routes/assemblees.$id.modifier'
import { action as minutes } from '~/routes/assemblees.$id.pv'
import { action as ballots } from '~/routes/assemblees.$id.scrutins'
import { action as session } from '~/routes/assemblees.$id.seance'
import { action as secondSession } from '~/routes/assemblees.$id.seconde-session'
import { action as mandateEnd } from '~/routes/bureau.mandats.$id.fin'
import { action as duesCalled } from '~/routes/cotisations.exercices.$year'
import { action as paymentCancelled } from '~/routes/cotisations.paiements.$id.annuler'
import { action as refunded } from '~/routes/cotisations.paiements.$id.rembourser'
import { action as reprises } from '~/routes/reprises._index'
import { openRaw } from '../ballots/room'
import {
  buildAssociation,
  buildMeeting,
  contextFor,
  TEST_NOW,
  type BuiltAssociation,
  type BuiltMember,
} from '../support/builders'
import { useDatabase } from '../support/database'
import { emptyDatabase } from '../support/joining'
import { aPayment, duesOfMember } from '../support/payments'
import { presser, unverified } from '../support/press'

const db = useDatabase()
let people: BuiltAssociation

beforeEach(async () => {
  await emptyDatabase(db())
  people = await buildAssociation(db(), { founders: 5, actives: 3, settled: false })
})

type Asked = {
  action: (args: ActionFunctionArgs) => unknown
  params: Record<string, string>
  fields: [name: string, value: string][]
  /** rank of the founder who presses: President, secretary, treasurer */
  by?: number
}

const TODAY = '2027-05-10'
const meetingOf = (options: Parameters<typeof buildMeeting>[2] = {}) =>
  buildMeeting(db(), people, { date: TODAY, ...options })

async function running() {
  const meeting = await meetingOf({ state: 'OPEN' })
  const openedAt = dateFromInstant(TEST_NOW.subtract({ minutes: 20 }))
  await db().meeting.update({ where: { id: meeting.id }, data: { openedAt, startsAt: openedAt } })
  return meeting
}

async function onResolution(act: string, open = false): Promise<Asked> {
  const { id, resolutionIds } = await running()
  const resolutionId = resolutionIds[0] ?? ''
  if (open) await openRaw(db(), resolutionId)
  return {
    action: ballots,
    params: { id },
    fields: [
      ['act', act],
      ['resolutionId', resolutionId],
    ],
  }
}

async function closed() {
  const { id } = await running()
  const secretary = await contextFor(db(), people.founders[1]!)
  const { accountId, name } = secretary.actor
  const data = { state: 'CLOSED', closedAt: dateFromInstant(TEST_NOW), secretaryName: name } as const
  await db().meeting.update({
    where: { id },
    data: { ...data, secretaryAccountId: accountId, chairQuality: 'présidence' },
  })
  return { id, secretary }
}

async function paid(): Promise<string> {
  const dues = await duesOfMember(db(), people.actives[0]!)
  return recordPayment(await contextFor(db(), people.founders[2]!), aPayment([dues.id]))
}

/** Each act that nobody can take back: how it is asked. One more such act has its line here. */
const ACTS: Record<string, () => Promise<Asked>> = {
  'closing a ballot': () => onResolution('close', true),
  'withdrawing a resolution': () => onResolution('withdraw'),
  'finding no quorum for a resolution': () => onResolution('without-quorum'),
  'closing a session': async () => {
    const { id } = await running()
    await db().resolution.updateMany({ where: { meetingId: id }, data: { state: 'WITHDRAWN' } })
    return { action: session, params: { id }, fields: [['act', 'close']] }
  },
  'ending a session without quorum': async () => {
    const { id } = await meetingOf({ state: 'OPEN' })
    const data = { openedAt: null, startsAt: dateFromInstant(TEST_NOW.subtract({ hours: 1 })) }
    await db().meeting.update({ where: { id }, data })
    return { action: session, params: { id }, fields: [['act', 'no-quorum']] }
  },
  'convening a second session': async () => {
    const { id } = await meetingOf({ state: 'OPEN' })
    await db().meeting.update({ where: { id }, data: { state: 'NO_QUORUM' } })
    return {
      action: secondSession,
      params: { id },
      fields: [
        ['date', '2027-05-25'],
        ['time', '18:30'],
        ['place', 'Salle des fêtes'],
      ],
    }
  },
  'cancelling a meeting': async () => {
    const { id } = await meetingOf({ state: 'CONVENED', date: '2027-06-12' })
    return { action: meetingCancelled, params: { id }, fields: [['reason', 'La salle n’est plus libre.']] }
  },
  'changing a meeting that is convened': async () => {
    const { id, title } = await db().meeting.findUniqueOrThrow({
      where: { id: (await meetingOf({ state: 'CONVENED', date: '2027-06-12' })).id },
    })
    return {
      action: meetingChanged,
      params: { id },
      fields: [
        ['title', title],
        ['date', '2027-06-19'],
        ['time', '19:00'],
        ['place', 'Mairie'],
      ],
    }
  },
  'fixing minutes': async () => ({
    action: minutes,
    params: { id: (await closed()).id },
    fields: [['intent', 'fix']],
    by: 1,
  }),
  'signing minutes': async () => {
    const { id, secretary } = await closed()
    const minutesId = await fixMinutes(secretary, id)
    return {
      action: minutes,
      params: { id },
      fields: [
        ['intent', 'sign'],
        ['minutesId', minutesId],
      ],
      by: 1,
    }
  },
  'closing the installation': async () => ({
    action: reprises,
    params: {},
    fields: [['intent', 'close-installation']],
  }),
  'calling dues': async () => ({ action: duesCalled, params: { year: '2027' }, fields: [['how', 'send']], by: 2 }),
  'cancelling a payment': async () => ({
    action: paymentCancelled,
    params: { id: await paid() },
    fields: [['reason', 'cancel-error']],
    by: 2,
  }),
  'refunding a payment': async () => ({
    action: refunded,
    params: { id: await paid() },
    fields: [
      ['amountCents', '20'],
      ['refundedBefore', '0'],
      ['on', TODAY],
    ],
    by: 2,
  }),
  'ending an office': async () => {
    const { id } = await db().mandate.findFirstOrThrow({ where: { memberId: people.founders[1]!.id } })
    return {
      action: mandateEnd,
      params: { id },
      fields: [
        ['mandateId', id],
        ['endedOn', TODAY],
        ['reason', 'Démission reçue ce jour.'],
      ],
      by: 1,
    }
  },
}

const written = async () => ({
  journal: await db().journalEntry.count(),
  mails: await db().mail.count(),
})

test.each(Object.entries(ACTS))('%s: the first press writes nothing and says what follows', async (_, ask) => {
  const { action, params, fields, by = 0 } = await ask()
  const press = presser(db, action, params)
  const who: BuiltMember = people.founders[by]!
  const before = await written()
  const answer = await press(who, fields)
  const { fields: sealed, shown } = unverified((answer as { data: unknown }).data)
  expect(shown).toMatchObject({
    title: expect.stringMatching(/\S/),
    facts: expect.arrayContaining([expect.stringMatching(/\S/)]),
    act: expect.stringMatching(/^\p{Lu}/u),
    consequence: expect.stringMatching(/\.$/),
  })
  expect(await written()).toEqual(before)
  // the seal of other fields opens nothing
  const forged = [...fields, ...sealed.filter(([name]) => name === 'verified'), ['more', '1'] as const]
  unverified(((await press(who, forged)) as { data: unknown }).data)
  expect(await written()).toEqual(before)
  expect(await press(who, sealed)).toMatchObject({ status: 302 })
  expect(await written()).not.toEqual(before)
})

test('a stranger to the act reads nothing of it', async () => {
  for (const name of ['closing a ballot', 'closing a session', 'calling dues', 'cancelling a payment']) {
    const { action, params, fields } = await ACTS[name]!()
    const answer = await presser(db, action, params)(people.actives[1]!, fields)
    expect(answer).not.toMatchObject({ data: { verify: expect.anything() } })
  }
})
