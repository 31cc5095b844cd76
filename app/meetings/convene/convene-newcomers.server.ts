import type { Convocation, Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact, type Db, type Tx } from '~/platform/db.server'
import { eachAlone } from '~/platform/each-alone.server'
import { journal } from '~/platform/journal.server'
import { draftElectorate, electorate, insertElectors, type Elector } from '../electorate.server'
import { contentSchema } from './content.server'
import { writeNotices } from './write-notices.server'

/**
 * 13.2-a, 13.3-a: sends the convocation of every assembly convened and not yet open to those who have become members since: the
 * same text, signed as it was, under a proof of their own. They are on its electorate as at the opening they will be. Done
 * again, it changes nothing. Returns how many were convened.
 */
export async function conveneNewcomers(tx: Tx, ctx: Context | SystemContext): Promise<number> {
  let convened = 0
  for (const id of await openMeetings(tx, parisDate(ctx.now))) convened += await conveneTo(tx, ctx, id)
  return convened
}

/** The same every night, for whoever entered while a convocation was leaving. */
export async function conveneNewcomersTonight(ctx: SystemContext): Promise<number> {
  let convened = 0
  const open = await openMeetings(ctx.db, parisDate(ctx.now))
  await eachAlone('convocation of newcomers', open, (id) =>
    transact(ctx.db, async (tx) => {
      const [held] = await openMeetings(tx, parisDate(ctx.now), id)
      if (held !== undefined) convened += await conveneTo(tx, ctx, held)
    }),
  )
  return convened
}

/** Assemblies convened and not yet open, held until the transaction ends; `only`: that one alone, when it is one of them. */
async function openMeetings(tx: Db | Tx, today: string, only: string | null = null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "Meeting" where state = 'CONVENED' and body <> 'bureau' and date >= ${today}::date
       and (${only}::uuid is null or id = ${only}::uuid) order by id for no key update`
  return rows.map(({ id }) => id)
}

async function conveneTo(tx: Tx, ctx: Context | SystemContext, meetingId: string): Promise<number> {
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
  const sent = await tx.convocation.findFirst({
    where: { meetingId, kind: { not: 'CANCELLATION' } },
    orderBy: { sequence: 'desc' },
  })
  if (!sent || meeting.startsAt.getTime() <= ctx.now.epochMilliseconds) return 0
  const { newcomers, after } = await unknownTo(tx, meeting)
  if (newcomers.length === 0) return 0
  await insertElectors(tx, { meetingId, stage: 'CONVOCATION', electors: newcomers, after })
  const convened = newcomers.filter((elector) => elector.convened)
  const { mails, letters } = await writeTo(tx, ctx, { meeting, sent, convened })
  await journal(tx, ctx, {
    act: 'meeting.convened-late',
    subject: 'Meeting',
    subjectId: meetingId,
    details: { sequence: sent.sequence, mails, letters },
  })
  return convened.length
}

/** Who would be on the electorate today and was not when it was frozen; `after`: how many were. */
async function unknownTo(tx: Tx, meeting: Meeting): Promise<{ newcomers: Elector[]; after: number }> {
  const { id, body, statutesId } = meeting
  const frozen = await electorate(tx, id, 'CONVOCATION')
  const known = new Set(frozen.map((elector) => elector.id))
  const now = await draftElectorate(tx, { body, date: isoDate(meeting.date), statutesId })
  return { newcomers: now.filter((elector) => !known.has(elector.id)), after: frozen.length }
}

type Late = { meeting: Meeting; sent: Convocation; convened: Elector[] }

async function writeTo(tx: Tx, ctx: Context | SystemContext, { meeting, sent, convened }: Late) {
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  return writeNotices(tx, {
    convocationId: sent.id,
    kind: 'CONVOCATION',
    meeting,
    statutes,
    content: contentSchema.parse(sent.content),
    contentHash: sent.contentHash,
    sequence: sent.sequence,
    signer: { name: sent.signerName, title: sent.signerTitle },
    convened,
    late: { sentOn: isoDate(sent.sentOn), joinedOn: parisDate(ctx.now) },
    changes: [],
    note: null,
    now: ctx.now,
  })
}
