import type { Meeting } from '~/generated/prisma/client'
import { meetingReach } from '~/meetings/convene/reach.query.server'
import type { Context } from '~/platform/context'
import { isFresh } from '~/platform/sign-in/fresh'
import { may } from '~/platform/permissions'
import { reachSentence } from '~/statutes/notice-reach'
import { frenchDateTime } from '~/ui/format'
import type { DraftContent, MinutesBody } from './body'
import { currentDraft, minutesBody } from './facts.query.server'
import { printedSignatures } from './minutes-pdf.server'
import { mayReadMinutes, readsAttendanceSheet } from './may-read-minutes.server'
import { readBody } from './read-body'
import { missingRoles } from './sign-minutes.server'
import { roleOf, rolesFor, type SignatoryRole } from './signatories'
import { minutesTitle } from './wording'

export type MinutesPage = {
  stage: 'not-yet' | 'draft' | 'signing' | 'signed'
  title: string
  body: MinutesBody | null
  draft: { version: number; content: DraftContent } | null
  versions: { version: number; at: string }[]
  minutesId: string | null
  number: number | null
  bodyHash: string | null
  signatures: ReturnType<typeof printedSignatures>
  missing: string[]
  /** the actor may sign now, in this role */
  maySign: { role: SignatoryRole; fresh: boolean } | null
  mayWrite: boolean
  readsAttendance: boolean
  /** said before the text is fixed and before it is signed; null: everybody was told in time, or it is signed */
  untold: string | null
  corrections: {
    id: string
    title: string
    state: string
    text: string
    missing: string[]
    maySign: { role: SignatoryRole; fresh: boolean } | null
  }[]
}

/** The minutes of a meeting, at the stage they have reached: draft of the facts, text offered for signature, signed. */
export async function minutesPage(ctx: Context, meetingId: string): Promise<MinutesPage> {
  const meeting = await ctx.db.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    include: { presences: { select: { memberId: true } } },
  })
  const kept = await ctx.db.minutes.findMany({
    where: { meetingId, state: { not: 'WITHDRAWN' } },
    include: { signatures: { orderBy: { signedAt: 'asc' } } },
    orderBy: { fixedAt: 'asc' },
  })
  const all = kept.filter(await mayReadMinutes(ctx, meeting))
  const main = all.find(({ kind }) => kind !== 'CORRECTION') ?? null
  const mayWrite = may(ctx.actor, 'minutes.write')
  const closed = meeting.state === 'CLOSED' || meeting.state === 'NO_QUORUM'
  const fresh = isFresh(ctx.actor, ctx.now)
  const signable = (minutes: (typeof all)[number]) => {
    if (minutes.state !== 'SIGNING' || minutes.signatures.some(({ signedById }) => signedById === ctx.actor.accountId))
      return null
    const done = minutes.signatures.map(({ role }) => role)
    const open = rolesFor(meeting.body).filter((role) => !done.includes(role))
    const signatory = roleOf(ctx.actor, meeting, open)
    return signatory && { role: signatory.role, fresh }
  }
  const missing = (minutes: (typeof all)[number]) =>
    minutes.state === 'SIGNING'
      ? missingRoles(
          meeting.body,
          minutes.signatures.map(({ role }) => role),
        )
      : []
  const read = main && readBody(main.body)
  const body =
    read && read.kind !== 'CORRECTION' ? read : mayWrite && closed ? await minutesBody(ctx.db, meetingId) : null
  const draft = mayWrite && !main ? await currentDraft(ctx.db, meetingId) : null
  const versions = mayWrite
    ? await ctx.db.minutesDraft.findMany({
        where: { meetingId },
        orderBy: { version: 'desc' },
        select: { version: true, createdAt: true },
      })
    : []
  return {
    stage: main ? (main.state === 'SIGNED' ? 'signed' : 'signing') : closed && mayWrite ? 'draft' : 'not-yet',
    title: body ? minutesTitle(body, main?.number ?? null) : 'Procès-verbal',
    body,
    draft,
    versions: versions.map(({ version, createdAt }) => ({ version, at: frenchDateTime(createdAt) })),
    minutesId: main?.id ?? null,
    number: main?.number ?? null,
    bodyHash: main?.bodyHash ?? null,
    signatures: printedSignatures(main?.signatures ?? []),
    missing: main ? missing(main) : [],
    maySign: main ? signable(main) : null,
    mayWrite,
    readsAttendance: readsAttendanceSheet(ctx.actor),
    untold: closed && main?.state !== 'SIGNED' ? await untoldWarning(ctx, meeting) : null,
    corrections: all
      .filter(({ kind }) => kind === 'CORRECTION')
      .map((correction) => {
        const said = readBody(correction.body)
        return {
          id: correction.id,
          title: minutesTitle(said, correction.number),
          state: correction.state,
          text: said.kind === 'CORRECTION' ? said.text : '',
          missing: missing(correction),
          maySign: signable(correction),
        }
      }),
  }
}

async function untoldWarning(ctx: Context, meeting: Meeting): Promise<string | null> {
  const { counts, lastDay } = await meetingReach(ctx.db, meeting)
  return counts['in-time'] === counts.total ? null : reachSentence(counts, lastDay)
}
