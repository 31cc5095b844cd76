import type { Meeting } from '~/generated/prisma/client'
import { isInstalling } from '~/association/installation/is-installing.server'
import { meetingName } from '~/meetings/meeting-words'
import { officeLabel } from '~/offices/office-labels'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import type { CivilDate } from '~/statutes/civil-date'
import { plainDate, list } from '~/statutes/french'
import { reason, type Reason, type RuleId } from '~/statutes/ruling'

type Sitting = Pick<Meeting, 'body' | 'session' | 'date'>
type Span = { memberId: string; from: CivilDate; today: CivilDate }

/**
 * 13.1-a: the rights that a member exercised from a day past on, which an act dated that day would take back: sessions at whose
 * opening he was counted among the voters, votes cast on line that no session has counted yet. None for today or a day to come.
 * Call it under `lockRunningMeetings`: no session then opens meanwhile.
 */
export async function votedSince(tx: Tx, rule: RuleId, { memberId, from, today }: Span): Promise<Reason[]> {
  if (from >= today) return []
  const day = dateColumn(from)
  const [counted, online] = await Promise.all([
    tx.electorateEntry.findMany({
      where: { memberId, stage: 'OPENING', mayVote: true, meeting: { date: { gte: day } } },
      select: { meeting: { select: { body: true, session: true, date: true } } },
      orderBy: { meeting: { date: 'asc' } },
    }),
    tx.$queryRaw<Sitting[]>`
      select distinct g.id, g.body::text as body, g.session, g.date from "UsedRight" u join "Meeting" g on g.id = u."meetingId"
       where u."memberId" = ${memberId}::uuid and g.state = 'CONVENED' order by g.date, g.id`,
  ])
  const meetings = [...counted.map(({ meeting }) => meeting), ...online]
  const names = [...new Set(meetings.map((meeting) => meetingName(meeting)))]
  if (names.length === 0) return []
  const sentence = `Prenant effet le ${plainDate(from)}, cet acte reprendrait un droit de vote déjà exercé (${list(names)}).`
  return [reason(rule, sentence, { date: from })]
}

/** 8.1-b: the offices that a member holds, or still held after a day. */
export async function officesSince(tx: Tx, rule: RuleId, { memberId, from }: Omit<Span, 'today'>): Promise<Reason[]> {
  const held = await tx.mandate.findMany({
    where: { memberId, OR: [{ endedOn: null }, { endedOn: { gt: dateColumn(from) } }] },
    select: { office: true },
    orderBy: { from: 'asc' },
  })
  if (held.length === 0) return []
  const offices = list([...new Set(held.map(({ office }) => officeLabel(office)))])
  return [reason(rule, `Cet acte touche à une fonction du Bureau (${offices}).`)]
}

/**
 * What would take back a right exercised, or decide of an office, is not recorded by one person alone once the installation is
 * closed: refused (409) with these reasons, and what to do instead.
 */
export async function demandAlone(tx: Tx, reasons: readonly Reason[]): Promise<void> {
  const [first] = reasons
  if (!first || (await isInstalling(tx))) return
  throw new Refusal(`${first.sentence} Proposez une reprise, qu’un autre membre du Bureau signe avec vous.`, {
    reasons: [...reasons],
  })
}
