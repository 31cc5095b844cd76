import { expect } from 'vitest'
import type { HomeStep } from '~/platform/home-step'
import { isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'

type Whose = { accountId: string; memberIds: string[]; today: string }
type Check = (db: Db, step: HomeStep, about: string, who: Whose) => Promise<boolean>

const meeting = (db: Db, id: string) => db.meeting.findUniqueOrThrow({ where: { id } })
const ahead: Check = async (db, { by, late }, id, { today }) => {
  const { state, date } = await meeting(db, id)
  return state === 'DRAFT' && isoDate(date) > today && (late || by === null || by >= today)
}

/** By the first word of its key, what makes a task true, asked of the tables themselves and not of the queries of the pages. */
const TRUE: Record<string, Check> = {
  notice: ahead,
  documents: async (db, step, id, who) =>
    (await ahead(db, step, id, who)) &&
    (await db.document.count({
      where: { meetingId: id, openSince: null, kind: { in: ['financial-report', 'management-report', 'accounts'] } },
    })) > 0,
  sign: async (db, _step, id, { accountId, memberIds }) => {
    const {
      state,
      signatures,
      meeting: held,
    } = await db.minutes.findUniqueOrThrow({
      where: { id },
      include: { signatures: true, meeting: true },
    })
    const presides = memberIds.includes(held.chairMemberId ?? '')
    const officer = await db.mandate.count({ where: { memberId: { in: memberIds }, endedOn: null } })
    return state === 'SIGNING' && signatures.every((each) => each.signedById !== accountId) && (presides || officer > 0)
  },
  applications: async (db, { title }) =>
    Number.parseInt(title, 10) === (await db.application.count({ where: { state: 'SUBMITTED' } })),
  dues: async (db, { by, title, late }, id, { memberIds, today }) => {
    if (id === 'acts')
      return (
        (await db.dues.count({
          where: { closedAs: null, stage: { in: ['reminder-3', 'answer-over', 'formal-notice'] } },
        })) > 0
      )
    const { memberId, dueOn, paidCents, amountCents, closedAs, period } = await db.dues.findUniqueOrThrow({
      where: { id },
      include: { period: true },
    })
    const owed = closedAs === null && paidCents < amountCents && memberIds.includes(memberId)
    return owed && by === isoDate(dueOn) && late === by < today && title.includes(String(period.year))
  },
  letter: async (db, _step, id, { memberIds }) => {
    const { memberId, depositedOn } = await db.registeredLetter.findUniqueOrThrow({ where: { id } })
    return (
      memberIds.includes(memberId) &&
      depositedOn !== null &&
      (await db.explanation.count({ where: { letterId: id } })) === 0
    )
  },
}

/** Every task says what is; a kind that this test does not know is a fault of the test. */
export async function demandTrue(db: Db, step: HomeStep, who: Whose): Promise<void> {
  const [kind = '', ...rest] = step.key.split('-')
  const check = TRUE[kind]
  expect(check, `${who.today}: a task of an unknown kind, ${step.key}`).toBeDefined()
  expect(await check?.(db, step, rest.join('-'), who), `${who.today}: « ${step.title} » is false`).toBe(true)
  if (step.by !== null && step.by < who.today) expect(step.late, `${who.today}: « ${step.title} » is late`).toBe(true)
}
