import { Prisma } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'

/** Who is written to for a member, as it is that day. */
export type Addressee = {
  memberId: string
  label: string
  /** the person who reads: the member, or the legal representative of a legal person (6.2-d) */
  name: string
  /** the legal person for which he reads, or null */
  forBody: string | null
  accountId: string | null
  email: string | null
  /** lines of the postal address, the name first; null when no street or town is known */
  postal: string[] | null
}

type Row = Omit<Addressee, 'name' | 'forBody' | 'postal'> & {
  body: boolean
  reader: string | null
  street: string | null
  town: string
}

/**
 * Who reads for « m », a row of "Member", on a day: « r », the legal representative of a legal person (6.2-d), with the accounts
 * of both, « ra » and « a », unless they are closed.
 */
export const readerOf = (on: string): Prisma.Sql => Prisma.sql`
  left join "Account" a on a.id = m."accountId" and a."disabledAt" is null
  left join lateral (
    select x.* from "Representative" x
     where x."memberId" = m.id and x.kind = 'LEGAL' and x."from" <= ${on}::date
       and coalesce(x."until", 'infinity') >= ${on}::date
     order by x."from" desc, x.id limit 1) r on m.kind = 'BODY'
  left join "Account" ra on ra.id = r."accountId" and ra."disabledAt" is null`

/**
 * Where every mail to a member goes, convocation or receipt: for a legal person its representative (his account, else what was
 * typed of him); then the address of the member's sheet, which he and the Bureau correct; else that of his account.
 */
export const READER_EMAIL = Prisma.sql`nullif(lower(btrim(coalesce(ra.email, r.email, m.email, a.email))), '')`

/** The addressees of these members, by member; one statement whatever their number. */
export async function addressees(tx: Tx, memberIds: string[], on: string): Promise<Map<string, Addressee>> {
  if (memberIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<Row[]>`
    select m.id as "memberId", m.label, m.kind = 'BODY' as body, coalesce(r."accountId", m."accountId") as "accountId",
           ${READER_EMAIL} as email,
           nullif(btrim(m.street), '') as street, btrim(concat_ws(' ', m.postcode, m.town)) as town,
           case when r.id is not null then concat_ws(' ', r.civility, r."firstName", r."lastName") end as reader
      from "Member" m ${readerOf(on)}
     where m.id = any(${memberIds}::uuid[])`
  return new Map(rows.map((row) => [row.memberId, toAddressee(row)]))
}

function toAddressee({ body, reader, street, town, ...row }: Row): Addressee {
  const lines = [row.label, reader && `À l’attention de ${reader}`, ...(street?.split('\n') ?? []), town]
  return {
    ...row,
    name: reader ?? row.label,
    forBody: body && reader !== null ? row.label : null,
    postal: street && town ? lines.filter((line): line is string => Boolean(line)) : null,
  }
}

export async function addressee(tx: Tx, memberId: string, on: string): Promise<Addressee | null> {
  return (await addressees(tx, [memberId], on)).get(memberId) ?? null
}
