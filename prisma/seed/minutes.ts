import { addDays } from '~/statutes/civil-date'
import { fixMinutes } from '~/minutes/fix-minutes.server'
import { publishMinutes } from '~/minutes/publish-minutes.server'
import { saveDraft } from '~/minutes/save-draft.server'
import { signMinutes } from '~/minutes/sign-minutes.server'
import { instantOf } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { officer } from './actors'
import { itemIds } from './meetings'
import { settleMails } from './outbox'

export type Words = { opening: string; debates: string[]; closing: string }

/** The secretary adds what was said, fixes the text and signs it; the mails of the session have left. Returns the id of the minutes. */
export async function writeMinutes(db: Db, meetingId: string, date: string, words: Words): Promise<string> {
  const secretary = await officer(db, 'secretary', instantOf(addDays(date, 1), '11:15'))
  const ids = await itemIds(db, meetingId)
  const debates = Object.fromEntries(ids.map((id, index) => [id, words.debates[index] ?? '']))
  const { opening, closing } = words
  await saveDraft(secretary, { meetingId, basedOn: 0, content: { opening, debates, closing } })
  const minutesId = await fixMinutes(secretary, meetingId)
  await signMinutes(await officer(db, 'secretary', instantOf(addDays(date, 1), '11:40')), minutesId)
  await settleMails(db)
  return minutesId
}

/** The President signs: the minutes are numbered, made into a PDF and sent. */
export async function presidentSigns(db: Db, minutesId: string, on: string): Promise<void> {
  await signMinutes(await officer(db, 'president', instantOf(on, '19:05')), minutesId)
  await publishMinutes(db, minutesId, instantOf(on, '19:06'))
  await settleMails(db)
}
