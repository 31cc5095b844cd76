import { Prisma, type Body, type MeetingState } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { frenchTime, parisParts } from '~/ui/format'
import { isMeetingOfficer } from '../access.server'
import { meetingWhere } from '../meeting-words'

const PAGE = 30
const KEY = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/

export type MeetingLine = {
  id: string
  title: string
  body: Body
  session: number
  state: MeetingState
  date: string
  time: string
  where: string
}

type Row = {
  id: string
  title: string
  body: Body
  session: number
  state: MeetingState
  date: Date
  startsAt: Date
  place: string | null
  videoUrl: string | null
}

/** Meetings to come, nearest first, and one page of the past ones, latest first: pages by key, at a flat cost. */
export async function meetingListPage(ctx: Context, after: string | null) {
  const mine = isMeetingOfficer(ctx) ? Prisma.sql`true` : calledTo(ctx)
  const key = KEY.exec(after ?? '')
  const from = key ? Prisma.sql`(m."date", m."id") < (${key[1]}::date, ${key[2]}::uuid)` : Prisma.sql`true`
  const [coming, past] = await Promise.all([
    key
      ? []
      : ctx.db.$queryRaw<Row[]>`
          SELECT ${COLUMNS} FROM "Meeting" m WHERE m."state" IN ('DRAFT', 'CONVENED', 'OPEN') AND ${mine} ORDER BY m."date", m."id" LIMIT 200`,
    ctx.db.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM "Meeting" m WHERE m."state" IN ('CLOSED', 'NO_QUORUM', 'CANCELLED') AND ${mine} AND ${from}
       ORDER BY m."date" DESC, m."id" DESC LIMIT ${PAGE + 1}`,
  ])
  const shown = past.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    officer: isMeetingOfficer(ctx),
    coming: coming.map(line),
    past: shown.map(line),
    next: past.length > PAGE && last ? `?apres=${isoDate(last.date)}_${last.id}` : null,
    first: key === null,
  }
}

const COLUMNS = Prisma.sql`m."id", m."title", m."body"::text AS "body", m."session", m."state"::text AS "state", m."date", m."startsAt", m."place", m."videoUrl"`

function calledTo(ctx: Context): Prisma.Sql {
  const memberIds = ctx.actor.actingFor.map(({ memberId }) => memberId)
  return Prisma.sql`EXISTS (SELECT 1 FROM "ElectorateEntry" e
    WHERE e."meetingId" = m."id" AND e."memberId" = ANY(${memberIds}::uuid[]) AND e."attends")`
}

function line(row: Row): MeetingLine {
  const { hour, minute } = parisParts(row.startsAt)
  const { id, title, body, session, state } = row
  return {
    id,
    title,
    body,
    session,
    state,
    date: isoDate(row.date),
    time: frenchTime(`${hour}:${minute}`),
    where: meetingWhere(row),
  }
}
