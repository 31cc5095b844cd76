import type { ConsentKind } from '~/generated/prisma/enums'
import { CONSENT_LABELS } from '~/members/identity/consent.form'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { WORDINGS } from './wordings'

const KINDS = ['CONVOCATION', 'REGISTERED_LETTER'] as const satisfies ConsentKind[]

/** What a member has agreed to, in which words, and every answer before, the latest first. */
export async function ownConsents(ctx: Context, memberId: string) {
  const [member, consents] = await Promise.all([
    ctx.db.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { email: true, convocationConsentOn: true, registeredLetterConsentOn: true },
    }),
    ctx.db.consent.findMany({ where: { memberId }, orderBy: [{ on: 'desc' }, { recordedAt: 'desc' }] }),
  ])
  const since = { CONVOCATION: member.convocationConsentOn, REGISTERED_LETTER: member.registeredLetterConsentOn }
  return {
    email: member.email,
    agreements: KINDS.map((kind) => ({
      kind,
      label: CONSENT_LABELS[kind],
      ...WORDINGS[kind],
      since: since[kind] && isoDate(since[kind]),
    })),
    answers: consents.map(({ id, kind, given, on, source }) => ({
      id,
      title: `${CONSENT_LABELS[kind]} : ${given ? 'accord donné' : 'accord retiré ou refusé'}`,
      on: isoDate(on),
      source,
    })),
  }
}
