import { beforeAll, describe, expect, it } from 'vitest'
import { casePage } from '~/dues/board/case-page.query.server'
import { callDues } from '~/dues/ladder/call-dues.server'
import { followDuesLetter } from '~/dues/ladder/follow-letter.server'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { recordLetterStep } from '~/letters/record-letter-step.server'
import { asksForNotice, changesBetween, onlyTakesOff } from '~/meetings/convene/changes'
import { meetingContent } from '~/meetings/convene/content.server'
import { draftForRemovals, unlistedRemovals } from '~/meetings/removals/draft.query.server'
import { listOnAgenda } from '~/meetings/removals/list-on-agenda.server'
import { freezeElectorate } from '~/meetings/electorate.server'
import { runRemovalsNight } from '~/meetings/removals/removals-night.server'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { letterOf, morning, nightly, nights } from '../../support/ladder'
import { bring, pay } from '../../support/ledger'
import { duesOfMember } from '../../support/payments'

const db = useDatabase()
let built: BuiltAssociation
let draft: string
const as = (index: number, day = '2027-06-25') => contextFor(db(), built.founders[index]!, morning(day))
const duesId = async (index: number) => (await duesOfMember(db(), built.actives[index]!)).id
const evening = (day: string) => runRemovalsNight(nightly(db(), day))
const listed = async (meetingId: string) =>
  (await db().resolution.findMany({ where: { meetingId }, orderBy: { number: 'asc' } })).map(({ title }) => title)

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 3, honorary: 0, settled: false })
  await callDues(await as(2, '2027-02-01'), { year: 2027 })
  await nights(db(), '2027-04-01', '2027-05-16')
  const ids = [await duesId(0), await duesId(1), await duesId(2)]
  await prepareNotices(await as(2, '2027-06-01'), ids)
  for (const id of ids) {
    const { id: letterId } = await letterOf(db(), id)
    const deposit = { step: 'deposited', on: '2027-06-01', channel: 'POSTAL', postalNumber: '1A' } as const
    await recordLetterStep(await as(2, '2027-06-02'), { letterId, ...deposit }, followDuesLetter)
    await recordLetterStep(
      await as(2, '2027-06-03'),
      { letterId, step: 'presented', on: '2027-06-02' },
      followDuesLetter,
    )
  }
  await nights(db(), '2027-06-17', '2027-06-18')
  draft = (await buildMeeting(db(), built, { date: '2027-09-20', resolutions: [{ title: 'Budget' }] })).id
})

describe('6.4-b cases on an agenda', () => {
  it('one point, a secret resolution each, numbered after the others, on the first draft only', async () => {
    const later = await buildMeeting(db(), built, { date: '2027-12-20', resolutions: [] })
    await evening('2027-06-18')
    expect(await listed(draft)).toEqual([
      'Budget',
      'Radiation de Mme Actif 1',
      'Radiation de Mme Actif 2',
      'Radiation de Mme Actif 3',
    ])
    expect(await listed(later.id)).toEqual([])
    const item = await db().agendaItem.findFirstOrThrow({ where: { meetingId: draft, position: 2 } })
    expect(item.notes).toContain(`/cotisations/dossiers/${await duesId(0)}`)
    expect(await draftForRemovals(await as(2))).toMatchObject({ id: draft, unlisted: 0 })
  })

  it('what was taken off the draft stays off until somebody puts it back', async () => {
    await db().resolution.deleteMany({ where: { title: 'Radiation de Mme Actif 2' } })
    await evening('2027-06-19')
    expect(await listed(draft)).not.toContain('Radiation de Mme Actif 2')
    expect(await unlistedRemovals(await as(1), draft)).toMatchObject([{ label: 'Mme Actif 2' }])
    await expect(listOnAgenda(await as(2), draft)).rejects.toMatchObject({ status: 403 })
    expect(await listOnAgenda(await as(1), draft)).toBe(1)
    expect(await listed(draft)).toContain('Radiation de Mme Actif 2')
    expect(await db().agendaItem.count({ where: { meetingId: draft } })).toBe(2)
  })

  it('a case that is paid leaves the draft; a payment taken back starts the answer time again', async () => {
    const id = await duesId(2)
    const payment = await pay(nightly(db(), '2027-06-20'), [{ duesId: id, amountCents: 5000 }])
    await evening('2027-06-20')
    expect(await listed(draft)).toEqual(['Budget', 'Radiation de Mme Actif 1', 'Radiation de Mme Actif 2'])
    await bring(nightly(db(), '2027-07-01'), payment, { CONTESTED: 5000 })
    expect(await listOnAgenda(await as(1, '2027-07-16'), draft)).toBe(0)
    expect(await listOnAgenda(await as(1, '2027-07-17'), draft)).toBe(1)
  })

  it('its file is open to who is called to decide, once convened', async () => {
    const id = await duesId(0)
    const elector = () => contextFor(db(), built.actives[1]!, morning('2027-08-01'))
    await expect(casePage(await elector(), id)).rejects.toMatchObject({ status: 404 })
    expect(await casePage(await as(1), id)).toMatchObject({ view: 'decides' })
    await db().meeting.update({
      where: { id: draft },
      data: { state: 'CONVENED', convenedAt: dateFromInstant(morning('2027-08-01')) },
    })
    await transact(db(), (tx) =>
      freezeElectorate(tx, { meetingId: draft, stage: 'CONVOCATION', now: morning('2027-08-01') }),
    )
    expect(await casePage(await elector(), id)).toMatchObject({ view: 'decides', taken: expect.any(Array) })
  })

  it('paid once convened, it stays on the agenda, withdrawn: nobody votes on it, and its removal is no new agenda', async () => {
    const id = await duesId(1)
    const states = () =>
      db().resolution.findMany({
        where: { meetingId: draft, title: { startsWith: 'Radiation' } },
        orderBy: { number: 'asc' },
        select: { title: true, state: true },
      })
    const sent = await meetingContent(db(), await db().meeting.findUniqueOrThrow({ where: { id: draft } }))
    await pay(nightly(db(), '2027-08-01'), [{ duesId: id, amountCents: 5000 }])
    await Promise.all([evening('2027-08-01'), evening('2027-08-01')])
    expect(await states()).toEqual([
      { title: 'Radiation de Mme Actif 1', state: 'PENDING' },
      { title: 'Radiation de Mme Actif 2', state: 'WITHDRAWN' },
      { title: 'Radiation de Mme Actif 3', state: 'PENDING' },
    ])
    expect(await db().journalEntry.count({ where: { act: 'resolution.withdrawn' } })).toBe(1)
    const now = await meetingContent(db(), await db().meeting.findUniqueOrThrow({ where: { id: draft } }))
    expect(changesBetween(sent, now)).toEqual(['Résolution retirée : Radiation de Mme Actif 2.'])
    expect([asksForNotice(sent, now), onlyTakesOff(sent, now)]).toEqual([false, true])
    expect([asksForNotice(now, sent), onlyTakesOff(now, sent)]).toEqual([true, false])
  })

  it('a cancelled meeting gives its cases back', async () => {
    await evening('2027-08-02')
    expect(await duesOfMember(db(), built.actives[0]!)).toMatchObject({ stage: 'listed' })
    await db().meeting.update({ where: { id: draft }, data: { state: 'CANCELLED' } })
    await evening('2027-08-03')
    const next = await db().meeting.findFirstOrThrow({ where: { state: 'DRAFT' } })
    expect(await listed(next.id)).toEqual(['Radiation de Mme Actif 1', 'Radiation de Mme Actif 3'])
    await expect(listOnAgenda(await as(1), draft)).rejects.toMatchObject({ status: 409 })
  })
})
