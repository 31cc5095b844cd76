import { addressee } from '~/letters/addressees.server'
import { writeLetter } from '~/letters/write-letter.server'
import { association } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { frenchDateTime } from '~/ui/format'
import type { MeetingNews } from '../../../emails/appeal-news.subject'
import { involvedMembers } from '../cases/involved.server'
import { letterSigner } from '../cases/letter-signer.server'
import type { LockedCase } from '../cases/lock-case.server'
import { mailAppealNews, mailKeepers } from './appeal-mails.server'
import { appealMeetingLetter } from './meeting-letter'
import { NONE } from './told'

type Telling = {
  news: MeetingNews
  title: string
  hearing: { meetingId: string; startsAt: string; place: string | null }
}

/**
 * Tells the excluded person, who is convened to nothing, where and when the assembly will hear the appeal, that this changed, or
 * that this meeting will not: by mail, else by a registered letter to post; where one was posted already, who keeps the file is
 * asked to write. Kept on the case: each thing is told once.
 */
export async function tellMeeting(
  tx: Tx,
  ctx: Context | SystemContext,
  found: LockedCase,
  { news, title, hearing }: Telling,
): Promise<void> {
  const { meetingId, startsAt, place } = hearing
  const said = { news, meeting: title, on: frenchDateTime(startsAt, { weekday: true }), place }
  const mailed = await mailAppealNews(tx, ctx, found, said)
  const way = mailed ? 'mail' : await byLetter(tx, ctx, found, said)
  if (way === 'keepers') await mailKeepers(tx, ctx, found, { news: 'unreached', on: parisDate(ctx.now) })
  await tx.disciplinaryCase.update({
    where: { id: found.id },
    data: { appealTold: news === 'listed' || news === 'moved' ? hearing : NONE },
    select: { id: true },
  })
  await journal(tx, ctx, {
    act: 'case.appeal-meeting-told',
    subject: 'DisciplinaryCase',
    subjectId: found.id,
    details: { news, way, meetingId },
  })
}

type Said = { news: MeetingNews; meeting: string; on: string; place: string | null }

async function byLetter(
  tx: Tx,
  ctx: Context | SystemContext,
  found: LockedCase,
  said: Said,
): Promise<'letter' | 'keepers'> {
  const today = parisDate(ctx.now)
  const [to, posted, { email }] = await Promise.all([
    addressee(tx, found.memberId, today),
    tx.registeredLetter.count({ where: { kind: 'appeal-meeting', subjectId: found.id, depositedOn: { not: null } } }),
    association(tx),
  ])
  if (!to?.postal || posted > 0) return 'keepers'
  const signer = await letterSigner(tx, today, await involvedMembers(tx, found))
  const content = appealMeetingLetter({ ...said, contact: email, signer })
  await writeLetter(tx, ctx, { memberId: found.memberId, kind: 'appeal-meeting', subjectId: found.id, content })
  return 'letter'
}
