import { meetingName } from '~/meetings/meeting-words'
import { roleOf, rolesFor } from './signatories'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { shortDate } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

/** Minutes to be written by whoever holds that power, and those that wait for one's own signature (8.3-c). */
export async function minutesSteps(ctx: Context): Promise<HomeStep[]> {
  const [unsigned, unwritten] = await Promise.all([
    ctx.db.minutes.findMany({
      where: { state: 'SIGNING' },
      orderBy: { fixedAt: 'asc' },
      include: {
        meeting: { include: { presences: { select: { memberId: true } } } },
        signatures: { select: { signedById: true, role: true } },
      },
    }),
    may(ctx.actor, 'minutes.write')
      ? ctx.db.meeting.findMany({
          where: {
            state: { in: ['CLOSED', 'NO_QUORUM'] },
            minutes: { none: { state: { not: 'WITHDRAWN' }, kind: { not: 'CORRECTION' } } },
          },
          orderBy: { startsAt: 'asc' },
        })
      : [],
  ])
  const common = { ...PLAIN_STEP, rule: '8.3-c' as const }
  const toSign = unsigned.flatMap(({ id, meeting, signatures }): HomeStep[] => {
    if (signatures.some(({ signedById }) => signedById === ctx.actor.accountId)) return []
    const open = rolesFor(meeting.body).filter((role) => !signatures.some((signature) => signature.role === role))
    if (!roleOf(ctx.actor, meeting, open)) return []
    return [
      {
        ...common,
        key: `sign-${id}`,
        title: `Signer le procès-verbal : ${meetingName(meeting)}`,
        reason:
          open.length < 2
            ? 'Il ne manque que votre signature : le procès-verbal entrera au registre.'
            : 'Le texte est fixé.',
        to: `/assemblees/${meeting.id}/pv`,
        action: 'Lire et signer',
        rank: 4,
      },
    ]
  })
  const toWrite = unwritten.map((meeting): HomeStep => ({
    ...common,
    key: `write-${meeting.id}`,
    title: `Rédiger le procès-verbal : ${meetingName(meeting)}`,
    reason: `Les faits de la séance du ${shortDate(isoDate(meeting.date))} sont déjà écrits ; restent les débats.`,
    to: `/assemblees/${meeting.id}/pv`,
    action: 'Rédiger',
    rank: 5,
  }))
  return [...toSign, ...toWrite]
}
