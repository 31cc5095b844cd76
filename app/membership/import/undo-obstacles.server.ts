import { Prisma } from '~/generated/prisma/client'
import { membersWithTouchedDues } from '~/dues/remove-untouched.server'
import { identityOf, type Written } from '~/members/import/written'
import type { Tx } from '~/platform/db.server'
import { plainCount } from '~/statutes/french'

/** Why an import cannot be undone, or not all of it: who, and what rests on him. */
export type Obstacle = { who: string; why: string }

/** What rests on a member, by the table that names him; a table that is not here stops the undoing under its own name. */
const RESTS: Record<string, string> = {
  Mandate: 'tient ou a tenu une fonction',
  Payment: 'un paiement est enregistré',
  Receipt: 'un reçu est numéroté',
  DuesStep: 'sa cotisation a été appelée ou relancée',
  RegisteredLetter: 'une lettre lui est adressée',
  Explanation: 'a donné des explications',
  Application: 'vient d’une candidature',
  Resignation: 'a démissionné',
  DisciplinaryCase: 'est l’objet d’un dossier',
  Recusal: 'est récusé dans un dossier',
  Document: 'une pièce lui est jointe',
  Meeting: 'préside une réunion',
  ConvocationNotice: 'est convoqué à une assemblée',
  ElectorateEntry: 'est sur une liste d’électeurs',
  MeetingAnswer: 'a répondu à une convocation',
  Proxy: 'a donné ou reçu un pouvoir',
  AttendanceEvent: 'a émargé',
  Presence: 'a émargé',
  Slip: 'a voté',
}
/** What came with the import and goes with it, judged apart. The log of who read what has no key to a member: it stays. */
const GOES_WITH = ['MemberEvent', 'Consent', 'Representative', 'Dues']

type Import = { appliedAt: Date; written: Written }

export async function undoObstacles(tx: Tx, { appliedAt, written }: Import): Promise<Obstacle[]> {
  const { created } = written
  const found = [
    ...(await restingOn(tx, created)),
    ...(await membersWithTouchedDues(tx, created)).map((id) => ({ id, why: 'sa cotisation a été payée ou appelée' })),
    ...(await laterFacts(tx, created, appliedAt)),
    ...(await changedSince(tx, written)),
  ]
  const labels = await labelsOf(
    tx,
    found.map(({ id }) => id),
  )
  return [
    ...new Map(found.map(({ id, why }) => [`${id} ${why}`, { who: labels.get(id) ?? 'Un membre', why }])).values(),
  ]
}

/** Every table that names a member is looked at, also those that will be made later. */
async function restingOn(tx: Tx, ids: readonly string[]): Promise<{ id: string; why: string }[]> {
  const columns = await tx.$queryRaw<{ table: string; column: string }[]>`
    select t.relname as "table", a.attname as "column" from pg_constraint c join pg_class t on t.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
     where c.contype = 'f' and c.confrelid = '"Member"'::regclass
       and t.relname <> all(${GOES_WITH}::text[])`
  const selects = columns.map(({ table, column }) => {
    const [from, name] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
    return Prisma.sql`select distinct ${name} as id, ${table}::text as "table" from ${from} where ${name} = any(${[...ids]}::uuid[])`
  })
  const rows = await tx.$queryRaw<{ id: string; table: string }[]>(Prisma.join(selects, ' union '))
  return rows.map(({ id, table }) => ({ id, why: RESTS[table] ?? 'figure dans un autre registre' }))
}

/** What happened to these members after the import: an event, a consent, a representative, a sign-in, a delegation. */
async function laterFacts(tx: Tx, ids: readonly string[], appliedAt: Date): Promise<{ id: string; why: string }[]> {
  return tx.$queryRaw<{ id: string; why: string }[]>`
    select "memberId" as id, 'un événement est inscrit depuis' as why from "MemberEvent"
     where "memberId" = any(${ids}::uuid[]) and "recordedAt" <> ${appliedAt}
    union select "memberId", 'un consentement est enregistré depuis' from "Consent"
     where "memberId" = any(${ids}::uuid[]) and "recordedAt" <> ${appliedAt}
    union select m.id, 's’est déjà connecté' from "Member" m
      join "ActingFor" a on a."memberId" = m.id join "Session" s on s."accountId" = a."accountId"
     where m.id = any(${ids}::uuid[]) and s."createdAt" >= ${appliedAt}
    union select m.id, 'a reçu une délégation' from "Member" m join "ActingFor" a on a."memberId" = m.id
      join "Delegation" d on d."toAccountId" = a."accountId" where m.id = any(${ids}::uuid[])
    union select x.id, 'une résolution parle de lui ou d’elle' from (
      select (regexp_matches(effect::text, '[0-9a-f]{8}-[0-9a-f-]{27}', 'g'))[1]::uuid as id from "Resolution") x
     where x.id = any(${ids}::uuid[])`
}

async function changedSince(tx: Tx, { changed }: Written): Promise<{ id: string; why: string }[]> {
  const members = await tx.member.findMany({ where: { id: { in: changed.map(({ memberId }) => memberId) } } })
  const now = new Map(members.map((member) => [member.id, identityOf(member)]))
  return changed.flatMap(({ memberId, after }) => {
    const found = now.get(memberId)
    const same = found && Object.entries(after).every(([field, value]) => (found[field] ?? null) === value)
    return same ? [] : [{ id: memberId, why: 'sa fiche a été modifiée depuis' }]
  })
}

async function labelsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const members = await tx.member.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, label: true, number: true },
  })
  return new Map(members.map(({ id, label, number }) => [id, `${label} (n° ${number})`]))
}

/** « 3 membres créés seraient retirés, 2 fiches reviendraient à ce qu’elles étaient ». */
export const undoneSentence = ({ created, changed }: Written): string =>
  [
    created.length > 0
      ? `${plainCount(created.length, 'membre créé', 'membres créés')} retiré${created.length < 2 ? '' : 's'} du registre`
      : '',
    changed.length > 0 ? `${plainCount(changed.length, 'fiche remise', 'fiches remises')} comme avant` : '',
  ]
    .filter(Boolean)
    .join(', ')
