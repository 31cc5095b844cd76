import { data } from '@remix-run/node'
import { z } from 'zod'
import { statutesInForce, statutesVersion } from '~/association/in-force.server'
import { findConflicts } from '~/members/identity/conflicts.server'
import { listingOf } from '~/meetings/agenda/listing.server'
import { isPresident } from '~/meetings/convene/signer.server'
import { meetingName } from '~/meetings/meeting-words'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { instantFromDate, isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { isFresh } from '~/platform/sign-in/fresh'
import { formerMember } from '../admission/admit-again.server'
import type { Answers } from './application.form'
import { readAnswers } from './load-application.server'
import { whoAdmits } from './who-admits'

/** One application, for those who keep the register; who looked is logged. 404 when there is none. */
export async function applicationSheet(ctx: Context, id: string | undefined) {
  const known = z.uuid().safeParse(id)
  const row = known.success ? await ctx.db.application.findUnique({ where: { id: known.data } }) : null
  if (!row) throw data(null, { status: 404 })
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'application', details: { applicationId: row.id } })
  const today = parisDate(ctx.now)
  const waiting = row.state === 'SUBMITTED' || row.state === 'LISTED'
  const answers = row.erasedOn ? null : readAnswers(row.answers)
  const [{ statutes }, accepted, rules, listing, alike] = await Promise.all([
    statutesInForce(ctx.db, today),
    statutesVersion(ctx.db, row.statutesId),
    row.internalRulesId === null ? null : ctx.db.internalRules.findUnique({ where: { id: row.internalRulesId } }),
    waiting ? listingOf(ctx.db, { kind: 'admit-active', id: row.id }) : null,
    waiting && answers ? likeness(ctx, answers, today) : { conflicts: [], former: null },
  ])
  const admitting = whoAdmits(statutes)
  const body = admitting.organ
  const meetings =
    waiting && !listing && body !== 'president'
      ? await ctx.db.meeting.findMany({ where: { state: 'DRAFT', body, session: 1 }, orderBy: { date: 'asc' } })
      : []
  return {
    id: row.id,
    reference: row.reference,
    state: waiting ? (listing ? ('LISTED' as const) : ('SUBMITTED' as const)) : row.state,
    waiting,
    label: row.label,
    kind: row.kind,
    answers,
    commitment: row.commitment,
    mailConsent: row.mailConsent,
    submittedOn: parisDate(instantFromDate(row.submittedAt)),
    statutesFrom: accepted.effectiveFrom,
    rulesVersion: rules?.version ?? null,
    decidedOn: row.decidedOn && isoDate(row.decidedOn),
    erasedOn: row.erasedOn && isoDate(row.erasedOn),
    memberId: row.memberId,
    listing: listing && {
      meetingId: listing.meeting.id,
      itemId: listing.agendaItemId,
      name: meetingName(listing.meeting),
      number: listing.number,
      begun: listing.state !== 'PENDING',
    },
    meetings: meetings.map((meeting) => ({ value: meeting.id, label: meetingName(meeting) })),
    mayList: may(ctx.actor, 'meetings.prepare'),
    admitting,
    decides: body === 'president' && isPresident(ctx),
    fresh: isFresh(ctx.actor, ctx.now),
    ...alike,
  }
}
export type ApplicationSheet = Awaited<ReturnType<typeof applicationSheet>>

/** Members who share what must be one's own, and the member that the applicant was. */
async function likeness(ctx: Context, answers: Answers, today: string) {
  const former = await formerMember(ctx.db, answers, today)
  const [conflicts = []] = await findConflicts(ctx.db, [
    { ...answers, memberId: former?.id, where: 'cette candidature' },
  ])
  return {
    conflicts: conflicts.map(({ message }) => message),
    former: former && { id: former.id, label: former.label, number: former.number },
  }
}
