import type { Temporal } from 'temporal-polyfill'
import type { Prisma } from '~/generated/prisma/client'
import { hashOf, meetingContent } from '~/meetings/convene/content.server'
import { freezeElectorate } from '~/meetings/electorate.server'
import { instantOf } from '~/platform/clock.server'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { addDays } from '~/statutes/civil-date'
import { transact, type Db } from '~/platform/db.server'
import { TEST_NOW, type BuiltAssociation } from './builders'

type ResolutionSpec = Partial<
  Pick<Prisma.ResolutionCreateManyInput, 'title' | 'text' | 'kind' | 'among' | 'secret' | 'effect'>
>
type MeetingOptions = {
  body?: 'ago' | 'age' | 'bureau'
  date?: string
  time?: string
  place?: string | null
  videoUrl?: string | null
  accountsOfYear?: number | null
  resolutions?: ResolutionSpec[]
  /** how far it has come: CONVENED freezes the electorate of the convocation, OPEN that of the opening too */
  state?: 'DRAFT' | 'CONVENED' | 'OPEN'
  now?: Temporal.Instant
  /** the day on which those convened were told the agenda; null: they were not */
  toldOn?: string | null
}

/**
 * A meeting with one voting item a resolution (two by default), written directly: convened, its convocation was posted to each
 * forty days before (no mail is sent).
 */
export async function buildMeeting(
  db: Db,
  { statutesId, founders }: Pick<BuiltAssociation, 'statutesId' | 'founders'>,
  options: MeetingOptions = {},
) {
  const { body = 'ago', date = '2027-06-12', time = '18:30', state = 'DRAFT', now = TEST_NOW } = options
  const resolutions = options.resolutions ?? [{}, {}]
  const at = dateFromInstant(now)
  const convened = state !== 'DRAFT'
  const meeting = await db.meeting.create({
    data: {
      body,
      statutesId,
      title: {
        ago: 'Assemblée générale ordinaire',
        age: 'Assemblée générale extraordinaire',
        bureau: 'Réunion du Bureau',
      }[body],
      date: dateColumn(date),
      startsAt: dateFromInstant(instantOf(date, time)),
      place: options.place === undefined ? 'Salle des fêtes, Ivry-sur-Seine' : options.place,
      videoUrl: options.videoUrl ?? null,
      accountsOfYear: options.accountsOfYear ?? null,
      createdAt: at,
      state,
      convenedAt: convened ? at : null,
      openedAt: state === 'OPEN' ? at : null,
      chairMemberId: state === 'OPEN' ? founders[0]?.id : null,
      chairName: state === 'OPEN' ? founders[0]?.label : null,
      items: {
        create: resolutions.map((resolution, index) => ({
          position: index + 1,
          title: resolution.title ?? `Point ${index + 1}`,
          kind: 'VOTE' as const,
        })),
      },
    },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  await db.resolution.createMany({
    data: meeting.items.map((item, index) => ({
      ...resolutions[index],
      meetingId: meeting.id,
      agendaItemId: item.id,
      number: index + 1,
      title: resolutions[index]?.title ?? `Résolution ${index + 1}`,
      text: resolutions[index]?.text ?? `L’assemblée approuve le point ${index + 1}.`,
    })),
  })
  if (convened)
    await transact(db, async (tx) => {
      await freezeElectorate(tx, { meetingId: meeting.id, stage: 'CONVOCATION', now })
      if (state === 'OPEN') await freezeElectorate(tx, { meetingId: meeting.id, stage: 'OPENING', now })
    })
  const { toldOn = addDays(date, -40) } = options
  if (convened && toldOn !== null) await tellAgenda(db, meeting.id, { on: toldOn, by: founders[0]?.accountId })
  const rows = await db.resolution.findMany({
    where: { meetingId: meeting.id },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  })
  return { id: meeting.id, itemIds: meeting.items.map(({ id }) => id), resolutionIds: rows.map(({ id }) => id) }
}

/** A sending of the agenda as it now stands, posted to each member convened. */
export async function tellAgenda(db: Db, meetingId: string, { on, by }: { on: string; by?: string }): Promise<void> {
  const meeting = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } })
  const sent = await db.convocation.count({ where: { meetingId } })
  const content = await meetingContent(db, meeting)
  const convened = await db.electorateEntry.findMany({
    where: { meetingId, stage: 'CONVOCATION', convened: true },
    select: { memberId: true },
  })
  await db.convocation.create({
    data: {
      meetingId,
      sequence: sent,
      kind: sent === 0 ? 'CONVOCATION' : 'CORRECTION',
      sentAt: dateFromInstant(instantOf(on, '09:00')),
      sentOn: dateColumn(on),
      sentById: by ?? (await db.account.findFirstOrThrow({ select: { id: true } })).id,
      signerName: 'La présidente',
      signerTitle: 'Présidence',
      content,
      contentHash: hashOf(content),
      ruling: { outcome: 'lawful', reasons: [] },
      notices: {
        create: convened.map(({ memberId }) => ({
          memberId,
          channel: 'LETTER' as const,
          address: '1 rue des Lilas',
          contentHash: hashOf(content),
          postedOn: dateColumn(on),
        })),
      },
    },
  })
}

/** An accepted proxy, written directly. */
export async function giveProxy(
  db: Db,
  input: {
    meetingId: string
    giverId: string
    holderId: string
    state?: 'OFFERED' | 'ACCEPTED'
    now?: Temporal.Instant
  },
) {
  const { now = TEST_NOW, state = 'ACCEPTED', ...parties } = input
  const order = (await db.proxy.count({ where: { meetingId: input.meetingId } })) + 1
  return db.proxy.create({
    data: {
      ...parties,
      state,
      order,
      receivedAt: dateFromInstant(now),
      answeredAt: state === 'ACCEPTED' ? dateFromInstant(now) : null,
      ruling: { outcome: 'lawful', reasons: [] },
    },
  })
}

/** Every mail of a sending is accepted by a server at the hour at which it was queued; every letter is posted that day. */
export async function tellEverybody(db: Db, meetingId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Mail" l SET "state" = 'ACCEPTED', "sentAt" = l."queuedAt" FROM "ConvocationNotice" n, "Convocation" c
     WHERE n."mailId" = l."id" AND c."id" = n."convocationId" AND c."meetingId" = ${meetingId}::uuid`
  await db.$executeRaw`
    UPDATE "ConvocationNotice" n SET "postedOn" = c."sentOn" FROM "Convocation" c
     WHERE c."id" = n."convocationId" AND c."meetingId" = ${meetingId}::uuid AND n."channel" = 'LETTER'`
}
