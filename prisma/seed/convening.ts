import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { markPosted } from '~/meetings/convene/mark-posted.server'
import { recordAnswer } from '~/meetings/answer/record-answer.server'
import { answerProxy } from '~/meetings/proxies/answer-proxy.server'
import { offerProxy } from '~/meetings/proxies/offer-proxy.server'
import { addDays } from '~/statutes/civil-date'
import { instantOf } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { coordinator, officer } from './actors'
import { memberNamed, membersNamed, speaksFor } from './attendance'
import { settleMails } from './outbox'

/** The President convenes; the letters are posted the day after. */
export async function convene(db: Db, meetingId: string, sentOn: string): Promise<void> {
  await conveneMeeting(await officer(db, 'president', instantOf(sentOn, '08:40')), { meetingId })
  await postLetters(db, meetingId, sentOn)
}

export async function postLetters(db: Db, meetingId: string, sentOn: string): Promise<void> {
  await settleMails(db)
  const letters = await db.convocationNotice.count({ where: { convocation: { meetingId }, channel: 'LETTER' } })
  if (letters === 0) return
  const desk = await coordinator(db, instantOf(sentOn, '16:10'))
  await markPosted(desk, { meetingId, noticeIds: 'all', postedOn: sentOn, postalNumber: null })
}

export type Answers = { coming: string[]; absent?: string[]; proxies?: [giver: string, holder: string][] }

/** What members answer in the days that follow, and the proxies that holders accept. */
export async function answer(db: Db, meetingId: string, sentOn: string, answers: Answers): Promise<void> {
  const at = (day: number, hour: string) => ({ db, now: instantOf(addDays(sentOn, day), hour) })
  const say = async (names: readonly string[], kind: 'COMING' | 'ABSENT', day: number) => {
    for (const [rank, member] of (await membersNamed(db, names)).entries()) {
      const now = at(day, '12:00').now.add({ minutes: rank * 17 })
      const ctx = await speaksFor({ db, now }, member)
      await recordAnswer(ctx, { meetingId, memberId: member.id, kind })
    }
  }
  await say(answers.coming, 'COMING', 2)
  await say(answers.absent ?? [], 'ABSENT', 3)
  for (const [giverName, holderName] of answers.proxies ?? []) {
    const [giver, holder] = await Promise.all([memberNamed(db, giverName), memberNamed(db, holderName)])
    const giving = await speaksFor(at(4, '18:20'), giver)
    const { proxyId } = await offerProxy(giving, { meetingId, giverId: giver.id, holderId: holder.id })
    await answerProxy(await speaksFor(at(5, '07:50'), holder), { proxyId, accept: true })
  }
  await settleMails(db)
}
