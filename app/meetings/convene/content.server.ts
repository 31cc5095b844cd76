import { z } from 'zod'
import type { Meeting } from '~/generated/prisma/client'
import { association, statutesVersion } from '~/association/in-force.server'
import { canonical } from '~/platform/canonical'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { sha256 } from '~/platform/secrets.server'
import { effectNames } from '~/effects/names.server'
import { effectSentence, readEffect } from '~/effects'

const resolutionSchema = z.object({
  number: z.number(),
  title: z.string(),
  text: z.string(),
  kind: z.enum(['RESOLUTION', 'UNANIMITY']),
  among: z.array(z.string()),
  secret: z.boolean(),
  effect: z.string().nullable(),
  /** SHA-256 of what adoption does, to the cent and whatever names say; sendings of before had none */
  effectHash: z.string().optional(),
})

/** What a convocation says of a meeting: kept as canonical JSON with its SHA-256. */
export const contentSchema = z.object({
  association: z.object({ name: z.string(), email: z.string() }),
  meeting: z.object({
    body: z.enum(['bureau', 'ago', 'age']),
    session: z.number(),
    title: z.string(),
    date: z.string(),
    startsAt: z.string(),
    place: z.string().nullable(),
    videoUrl: z.string().nullable(),
    accountsOfYear: z.number().nullable(),
  }),
  agenda: z.array(
    z.object({
      position: z.number(),
      title: z.string(),
      kind: z.enum(['INFORMATION', 'DISCUSSION', 'VOTE']),
      notes: z.string(),
      resolutions: z.array(resolutionSchema),
    }),
  ),
  documents: z.array(z.object({ id: z.string(), title: z.string(), fileName: z.string(), sha256: z.string() })),
})

export type MeetingContent = z.output<typeof contentSchema>

/** The meeting as it stands now: date, place, agenda with the texts of its resolutions, documents open to members. */
export async function meetingContent(tx: Db | Tx, meeting: Meeting): Promise<MeetingContent> {
  const [{ name, email }, { statutes }, items, documents] = await Promise.all([
    association(tx),
    statutesVersion(tx, meeting.statutesId),
    tx.agendaItem.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: 'asc' },
      include: { resolutions: { where: { state: { not: 'WITHDRAWN' }, repeatsId: null }, orderBy: { number: 'asc' } } },
    }),
    tx.document.findMany({
      where: { meetingId: meeting.id, openSince: { not: null }, memberId: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, title: true, fileName: true, sha256: true },
    }),
  ])
  const names = await effectNames(
    tx,
    statutes,
    items.flatMap((item) => item.resolutions.map(({ effect }) => readEffect(effect))),
  )
  return {
    association: { name, email },
    meeting: {
      body: meeting.body,
      session: meeting.session,
      title: meeting.title,
      date: isoDate(meeting.date),
      startsAt: meeting.startsAt.toISOString(),
      place: meeting.place,
      videoUrl: meeting.videoUrl,
      accountsOfYear: meeting.accountsOfYear,
    },
    agenda: items.map(({ position, title, kind, notes, resolutions }) => ({
      position,
      title,
      kind,
      notes,
      resolutions: resolutions.map((one) => ({
        number: one.number,
        title: one.title,
        text: one.text,
        kind: one.kind,
        among: one.among,
        secret: one.secret,
        effect: effectSentence(readEffect(one.effect), names),
        effectHash: hashOf(readEffect(one.effect)),
      })),
    })),
    documents,
  }
}

/** SHA-256 of the canonical JSON (RFC 8785): the same content always gives the same proof. */
export function hashOf(content: object): string {
  return sha256(canonical(content))
}
