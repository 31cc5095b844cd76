import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { listingOf } from '~/meetings/agenda/listing.server'
import { moveItem, type Removal } from '~/meetings/agenda/move-item.server'
import { putOnAgenda } from '~/meetings/agenda/put-on-agenda.server'
import { removeResolution } from '~/meetings/agenda/remove-resolution.server'
import { restoreItem } from '~/meetings/agenda/restore-item.server'
import { saveItem } from '~/meetings/agenda/save-item.server'
import { saveResolution } from '~/meetings/agenda/save-resolution.server'
import { takeOffAgenda } from '~/meetings/agenda/take-off-agenda.server'
import type { FileEffect } from '~/effects'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { buildAssociation, buildMeeting, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { duesOfMember } from '../../support/payments'

const db = useDatabase()
let people: BuiltAssociation
let secretary: Context
/** two removals, which stand together, and two appeals, which have each a point of their own */
let files: FileEffect[]

beforeAll(async () => {
  people = await buildAssociation(db(), { settled: false })
  secretary = await contextFor(db(), people.founders[1]!)
  const [first, second, third, fourth] = people.actives
  const removal = async (member = first!): Promise<FileEffect> => {
    const { id: duesId } = await duesOfMember(db(), member)
    return { kind: 'remove-member', memberId: member.id, duesId }
  }
  const appeal = async ({ id: memberId } = third!): Promise<FileEffect> => {
    const { id: caseId } = await db().disciplinaryCase.create({
      data: {
        kind: 'EXCLUSION', state: 'EXCLUDED', memberId, facts: '', ruleBroken: 'article 4', sanction: 'l’exclusion', organ: 'bureau',
        openedAt: dateFromInstant(TEST_NOW),
      },
    }) // prettier-ignore
    return { kind: 'annul-exclusion', memberId, caseId }
  }
  files = [await removal(first), await removal(second), await appeal(third), await appeal(fourth)]
})

const put = (meetingId: string, file: number, note?: string) => {
  const effect = files[file]!
  return transact(db(), (tx) =>
    putOnAgenda(tx, secretary, { meetingId, effect, title: `Dossier ${file}`, text: 'Texte.', secret: true, note }),
  )
}
const listed = (file: number) => {
  const effect = files[file]!
  const id = effect.kind === 'remove-member' ? effect.duesId : (effect as { caseId: string }).caseId
  return listingOf(db(), { kind: effect.kind, id })
}
const takeOff = async (file: number) => {
  const listing = await listed(file)
  if (listing) await transact(db(), (tx) => takeOffAgenda(tx, secretary, { resolutionId: listing.id }))
}
const agenda = (meetingId: string) =>
  db().agendaItem.findMany({
    where: { meetingId },
    orderBy: { position: 'asc' },
    include: { resolutions: { orderBy: { number: 'asc' } } },
  })
const cancel = (meetingId: string) => db().meeting.update({ where: { id: meetingId }, data: { state: 'CANCELLED' } })

type Act =
  | { does: 'add' | 'restore' }
  | { does: 'write' | 'remove-resolution' | 'up' | 'down' | 'remove'; at: number }
  | { does: 'put' | 'take-off'; file: number }
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ does: fc.constantFrom('add' as const, 'restore' as const) }),
  fc.record({
    does: fc.constantFrom(...(['write', 'remove-resolution', 'up', 'down', 'remove'] as const)),
    at: fc.nat(9),
  }),
  fc.record({ does: fc.constantFrom('put' as const, 'take-off' as const), file: fc.nat(3) }),
)

/** Does it; what is refused leaves the agenda as it was. */
async function perform(meetingId: string, each: Act, removals: Removal[]): Promise<void> {
  const items = await agenda(meetingId)
  const item = 'at' in each ? items[each.at % Math.max(1, items.length)] : undefined
  const resolutions = items.flatMap((one) => one.resolutions)
  const resolution = 'at' in each ? resolutions[each.at % Math.max(1, resolutions.length)] : undefined
  const removal = removals.at(-1)
  switch (each.does) {
    case 'add':
      await saveItem(secretary, { meetingId, itemId: null, title: 'Point', kind: 'VOTE' })
      return
    case 'restore':
      return removal && restoreItem(secretary, { meetingId, ...removal })
    case 'put':
      await put(meetingId, each.file)
      return
    case 'take-off':
      return takeOff(each.file)
    case 'write':
      if (item)
        await saveResolution(secretary, {
          meetingId, itemId: item.id, resolutionId: null, resolution: { effect: 'none', title: 'Texte', text: 'Texte.' },
        }) // prettier-ignore
      return
    case 'remove-resolution':
      if (resolution) await removeResolution(secretary, { meetingId, resolutionId: resolution.id })
      return
    case 'up':
    case 'down':
    case 'remove': {
      const removed = item && (await moveItem(secretary, { meetingId, itemId: item.id, intent: each.does }))
      if (removed) removals.push(removed)
    }
  }
}

describe('an agenda', () => {
  it('is numbered 1 to n without a gap, each file on it once, whatever is done to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (acts) => {
        const { id } = await buildMeeting(db(), people, { resolutions: [{}, {}] })
        const removals: Removal[] = []
        for (const each of acts) {
          await perform(id, each, removals).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error
          })
          const items = await agenda(id)
          expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1))
          const resolutions = items.flatMap((one) => one.resolutions)
          expect(resolutions.map(({ number }) => number)).toEqual(resolutions.map((_, index) => index + 1))
          const ids = resolutions.flatMap(({ caseId, duesId }) => caseId ?? duesId ?? [])
          expect(new Set(ids).size).toBe(ids.length)
          expect(items.filter(({ gathers }) => gathers === 'remove-member').length).toBeLessThanOrEqual(1)
        }
        await cancel(id)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('put twice is put once, whoever presses at once; its note as well', async () => {
    const { id } = await buildMeeting(db(), people, { resolutions: [] })
    const puts = await Promise.all([put(id, 0, 'Dossier'), put(id, 0, 'Dossier'), put(id, 1), put(id, 2)])
    expect(puts[1]).toEqual(puts[0])
    expect(await put(id, 0, 'Dossier')).toEqual(puts[0])
    const items = await agenda(id)
    expect(items.map(({ gathers, resolutions }) => [gathers, resolutions.length]).sort()).toEqual([[null, 1], ['remove-member', 2]].sort()) // prettier-ignore
    expect(items.find(({ gathers }) => gathers)?.notes).toBe('Dossier')
    await cancel(id)
  })

  it('of two who put one file on two agendas at once, one is refused', async () => {
    const [one, other] = [
      await buildMeeting(db(), people, { resolutions: [] }),
      await buildMeeting(db(), people, { resolutions: [] }),
    ]
    const done = await Promise.allSettled([put(one.id, 3), put(other.id, 3)])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().resolution.count({ where: { meetingId: { in: [one.id, other.id] } } })).toBe(1)
    await cancel(one.id)
    await cancel(other.id)
  })

  it('the database refuses a file that stands twice on one agenda, and one that does not exist', async () => {
    const { id, itemIds } = await buildMeeting(db(), people, { resolutions: [{ effect: files[0] as object }] })
    const again = (effect: object) =>
      db().resolution.create({
        data: { meetingId: id, agendaItemId: itemIds[0]!, number: 2, title: 'Encore', text: 'Texte.', effect },
      })
    await expect(again(files[0]!)).rejects.toMatchObject({ code: 'P2002' })
    await expect(again({ ...files[0]!, duesId: id })).rejects.toMatchObject({ code: 'P2003' })
    await cancel(id)
  })

  it('a file found by its key, not by a title: the point renamed, the next one joins it; the title taken, it does not', async () => {
    const { id } = await buildMeeting(db(), people, { resolutions: [{ title: 'Radiation pour défaut de paiement' }] })
    const { itemId } = await put(id, 0)
    await saveItem(secretary, { meetingId: id, itemId, title: 'Radiations', kind: 'VOTE' })
    expect((await put(id, 1)).itemId).toBe(itemId)
    expect((await agenda(id)).map(({ title, resolutions }) => [title, resolutions.length])).toEqual([
      ['Radiation pour défaut de paiement', 1],
      ['Radiations', 2],
    ])
    await cancel(id)
  })
})

describe('taken off', () => {
  it.each(['ONLINE', 'OPEN', 'ADOPTED', 'REJECTED', 'INVALID'] as const)(
    'refused once its vote is %s',
    async (state) => {
      const { id } = await buildMeeting(db(), people, { resolutions: [] })
      const { resolutionId } = await put(id, 2)
      await db().resolution.update({ where: { id: resolutionId }, data: { state } })
      await expect(transact(db(), (tx) => takeOffAgenda(tx, secretary, { resolutionId }))).rejects.toMatchObject({
        status: 409,
      })
      expect(await db().resolution.findUniqueOrThrow({ where: { id: resolutionId } })).toMatchObject({
        state,
        number: 1,
      })
      await cancel(id)
    },
  )

  it('a draft loses it with its own point; what was sent keeps it, withdrawn, noted; twice changes nothing', async () => {
    const { id } = await buildMeeting(db(), people, { resolutions: [{}] })
    const own = await put(id, 2)
    await takeOff(2)
    await takeOff(2)
    expect(await agenda(id)).toHaveLength(1)
    expect(await db().agendaItem.count({ where: { id: own.itemId } })).toBe(0)
    const { resolutionId, itemId } = await put(id, 2)
    await db().meeting.update({ where: { id }, data: { state: 'CONVENED' } })
    const off = () => transact(db(), (tx) => takeOffAgenda(tx, secretary, { resolutionId, noted: 'Sans objet.' }))
    await Promise.all([off(), off()])
    await off()
    expect(await db().resolution.findUniqueOrThrow({ where: { id: resolutionId } })).toMatchObject({
      state: 'WITHDRAWN',
    })
    expect((await db().agendaItem.findUniqueOrThrow({ where: { id: itemId } })).notes).toBe('Sans objet.')
    expect(await db().journalEntry.count({ where: { act: 'resolution.withdrawn', subjectId: resolutionId } })).toBe(1)
    await cancel(id)
  })
})
