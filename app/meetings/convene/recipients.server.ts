import type { Body, Channel } from '~/generated/prisma/client'
import { READER_EMAIL, readerOf } from '~/letters/addressees.server'
import type { Tx } from '~/platform/db.server'

/** Who receives a convocation, by which channel and at which address, as it is that day. */
export type Recipient = {
  memberId: string
  /** the person who reads */
  name: string
  /** the legal person for which he reads (6.2-d), or null */
  forBody: string | null
  accountId: string | null
  channel: Channel
  /** e-mail, or the lines of a postal address */
  address: string
  /** false: neither an agreed e-mail nor a postal address, so that nothing can reach him */
  reachable: boolean
}

type Row = {
  memberId: string
  label: string
  body: boolean
  consent: boolean
  accountId: string | null
  email: string | null
  postal: string
  reader: string | null
}

/**
 * By mail where there is an address and a written consent to electronic convocation, else by letter; a Bureau meeting is
 * convened « by any means » (8.3-a), so an address is enough. A legal person is written to through its legal representative.
 */
export async function recipients(tx: Tx, input: { memberIds: string[]; body: Body; on: string }): Promise<Recipient[]> {
  const rows = await readRows(tx, input)
  return rows.map((row) => {
    const { memberId, accountId, email } = row
    const forBody = row.body ? row.label : null
    const reader = { memberId, accountId, name: row.reader ?? row.label, forBody: row.reader === null ? null : forBody }
    if (email && (row.consent || input.body === 'bureau'))
      return { ...reader, channel: 'MAIL', address: email, reachable: true }
    return { ...reader, channel: 'LETTER', address: postalLines(row), reachable: row.postal !== '' }
  })
}

/** Name, representative, street, town: what stands on the envelope. */
const postalLines = ({ label, reader, postal }: Row): string =>
  [label, reader && `À l’attention de ${reader}`, postal].filter(Boolean).join('\n')

/** The postal addresses of these members, as on that day; those of whom none is known are not among them. */
export async function recipientPostal(tx: Tx, memberIds: string[], on: string): Promise<Map<string, string>> {
  const rows = await readRows(tx, { memberIds, on })
  return new Map(rows.flatMap((row) => (row.postal === '' ? [] : [[row.memberId, postalLines(row)] as const])))
}

function readRows(tx: Tx, input: { memberIds: string[]; on: string }): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT m."id" AS "memberId", m."label", m."kind" = 'BODY' AS "body",
           coalesce(m."convocationConsentOn" <= ${input.on}::date, false) AS "consent",
           coalesce(r."accountId", m."accountId") AS "accountId",
           ${READER_EMAIL} AS "email",
           concat_ws(E'\n', m."street", nullif(concat_ws(' ', m."postcode", m."town"), '')) AS "postal",
           CASE WHEN r."id" IS NOT NULL THEN concat_ws(' ', r."civility", r."firstName", r."lastName") END AS "reader"
      FROM "Member" m ${readerOf(input.on)}
     WHERE m."id" = ANY(${input.memberIds}::uuid[])
     ORDER BY m."sortName", m."id"`
}
