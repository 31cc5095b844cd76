import type { Meeting } from '~/generated/prisma/client'
import { officeLabel } from '~/offices/office-labels'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'

/** Beyond, only officers and employees are offered: nobody chooses in a list of thousands. */
const LONGEST_LIST = 300

export type SecretaryChoice = { accountId: string; name: string; detail: string }

/**
 * Who may keep the minutes of the session: officers, employees, and the members called to it; the secretary first. Of an
 * assembly they are signed by two: the person who presides, known by his membership or by the account that opens the session,
 * is therefore left out.
 */
export async function secretaryChoices(
  tx: Db | Tx,
  meeting: Pick<Meeting, 'id' | 'body' | 'date' | 'chairMemberId'>,
  chairAccountId: string | null = null,
): Promise<SecretaryChoice[]> {
  const presiding =
    meeting.body === 'bureau' || meeting.chairMemberId === null
      ? []
      : await tx.$queryRaw<{ accountId: string }[]>`
          select "accountId" from "ActingFor" where "memberId" = ${meeting.chairMemberId}::uuid`
  const chairs = new Set(presiding.map(({ accountId }) => accountId))
  if (meeting.body !== 'bureau' && chairAccountId) chairs.add(chairAccountId)
  const day = dateColumn(isoDate(meeting.date))
  const current = { from: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] }
  const spokesmen = {
    accountId: true,
    label: true,
    representatives: {
      where: current,
      orderBy: { kind: 'asc' as const },
      select: { accountId: true, firstName: true, lastName: true },
    },
  }
  const mandates = await tx.mandate.findMany({
    where: { from: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gt: day } }] },
    select: { office: true, holderName: true, member: { select: spokesmen } },
  })
  const staff = await tx.staff.findMany({
    where: current,
    select: { title: true, account: { select: { id: true, name: true } } },
  })
  const called = { electorate: { some: { meetingId: meeting.id, stage: 'CONVOCATION' as const, attends: true } } }
  const members =
    (await tx.member.count({ where: called })) <= LONGEST_LIST
      ? await tx.member.findMany({ where: called, select: spokesmen, orderBy: { sortName: 'asc' } })
      : []
  const found = [
    ...mandates
      .toSorted((one, other) => rank(one.office) - rank(other.office))
      .map(({ office, holderName, member }) => ({
        accountId: member.accountId ?? member.representatives[0]?.accountId,
        name: holderName,
        detail: officeLabel(office),
      })),
    ...staff.map(({ title, account }) => ({ accountId: account.id, name: account.name, detail: title })),
    ...members.map(({ accountId, label, representatives: [first] }) =>
      accountId
        ? { accountId, name: label, detail: '' }
        : { accountId: first?.accountId, name: first ? `${first.firstName} ${first.lastName}` : label, detail: label },
    ),
  ]
  const once = new Map<string, SecretaryChoice>()
  for (const { accountId, ...choice } of found)
    if (accountId && !chairs.has(accountId) && !once.has(accountId)) once.set(accountId, { accountId, ...choice })
  return [...once.values()]
}

const rank = (office: string) =>
  ['secretary', 'deputy-secretary', 'vice-president', 'treasurer', 'deputy-treasurer'].indexOf(office) +
  (office === 'president' ? 99 : 0)
