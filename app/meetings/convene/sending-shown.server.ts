import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { render } from '~/platform/mail/render.server'
import { subjectOf } from '~/platform/mail/templates.server'
import { forbidden } from '~/platform/refusal'
import { may } from '~/platform/permissions'
import { draftElectorate, electorate, type Elector } from '../electorate.server'
import { lockMeeting } from '../lock.server'
import { meetingContent } from './content.server'
import { judgeConvocation } from './convene-meeting.server'
import { judgeCorrection, type CorrectionInput } from './correct-convocation.server'
import { commonProps, personalProps } from './mail-props.server'
import { recipients } from './recipients.server'
import { signerOf } from './signer.server'

type Changed = { changes: string[]; note: string | null }

/**
 * What convening now would send: how many, by which channel, the very words that the first recipient will read. Refused as the
 * convocation itself would be; null when there is nothing left to convene. Nothing is written.
 */
export async function convocationShown(ctx: Context, input: { meetingId: string; lateReason?: string | null }) {
  const read = await reading(ctx, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    if (meeting.state !== 'DRAFT') return null
    await judgeConvocation(tx, ctx, meeting, input.lateReason)
    const date = isoDate(meeting.date)
    const electors = await draftElectorate(tx, { body: meeting.body, date, statutesId: meeting.statutesId })
    return firstMessage(tx, ctx, meeting, electors)
  })
  return read && written(read, null)
}

/** The same for a correction, which goes to those who were convened. */
export async function correctionShown(ctx: Context, input: CorrectionInput) {
  const read = await reading(ctx, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    const judged = await judgeCorrection(tx, ctx, meeting, input)
    if (!judged) return null
    const message = await firstMessage(tx, ctx, meeting, await electorate(tx, meeting.id, 'CONVOCATION'))
    return { message, changed: { changes: judged.changes, note: judged.note } }
  })
  return read && written(read.message, read.changed)
}

function reading<T>(ctx: Context, read: (tx: Tx) => Promise<T>): Promise<T> {
  if (!may(ctx.actor, 'meetings.convene')) throw forbidden()
  return transact(ctx.db, read)
}

async function firstMessage(tx: Tx, ctx: Context, meeting: Meeting, electors: readonly Elector[]) {
  const convened = electors.filter((elector) => elector.convened)
  const [content, { statutes }, people] = await Promise.all([
    meetingContent(tx, meeting),
    statutesVersion(tx, meeting.statutesId),
    recipients(tx, { memberIds: convened.map(({ id }) => id), body: meeting.body, on: parisDate(ctx.now) }),
  ])
  const byMail = people.filter(({ channel }) => channel === 'MAIL')
  const first = byMail[0] ?? people[0]
  const right = convened.find(({ id }) => id === first?.memberId)
  return {
    signer: signerOf(ctx),
    mails: byMail.length,
    letters: people.filter(({ channel }) => channel !== 'MAIL').map(({ address }) => address.split('\n')[0] ?? ''),
    props: first &&
      right && {
        ...commonProps(meeting.id, content, signerOf(ctx)),
        ...personalProps(statutes, content, right, meeting.id),
        name: first.name,
        forBody: first.forBody,
      },
  }
}

async function written({ props, ...counts }: Awaited<ReturnType<typeof firstMessage>>, changed: Changed | null) {
  if (!props) return { ...counts, kind: kindOf(changed), message: null }
  const corrected = changed && { ...props, ...changed }
  const subject = corrected ? subjectOf('convocation-correction', corrected) : subjectOf('convocation', props)
  const { text } = await (corrected ? render('convocation-correction', corrected) : render('convocation', props))
  return { ...counts, kind: kindOf(changed), message: { to: props.name, subject, text } }
}

const kindOf = (changed: Changed | null) => (changed ? 'correction' : 'convocation')

export type SendingShown = NonNullable<Awaited<ReturnType<typeof convocationShown>>>
