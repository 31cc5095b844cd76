import { openMissingDues } from '~/dues/open-missing-dues.server'
import { conveneNewcomers } from '~/meetings/convene/convene-newcomers.server'
import type { NewMember } from '~/members/register/new-member'
import { writeMember } from '~/members/register/write-member.server'
import type { Context } from '~/platform/context'
import { applicationForm, type ApplicationInput } from '~/membership/applications/application.form'
import { dateColumn } from '~/platform/dates'
import { transact, type Db } from '~/platform/db.server'

const NOT_EMPTIED = ['rate_limit', '_prisma_migrations', 'DemoClock']

/**
 * Empties every table, appended ones too, and starts their numbers again: each test builds an association of its own. Row
 * by row: a truncation makes new files for each of them, a hundred times slower on so few rows.
 */
export async function emptyDatabase(db: Db): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`
  const names = tables.filter(({ name }) => !NOT_EMPTIED.includes(name)).map(({ name }) => name)
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`set local session_replication_role = replica`)
    await tx.$executeRawUnsafe(`do $$ begin ${names.map((name) => `delete from "${name}";`).join(' ')} end $$`)
    await tx.$queryRaw`
      select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)::text
        from pg_sequences where schemaname = 'public' and last_value is not null`
  })
}

/** The admission of a member that was written without one. */
export async function recordAdmission(db: Db, memberId: string, on = '2020-01-01'): Promise<void> {
  const data = { memberId, kind: 'ADMITTED' as const, on: dateColumn(on), category: 'active' }
  await db.memberEvent.create({ data: { ...data, recordedAt: dateColumn(on) } })
}

/** What a person types in the public form. */
export const typedRequest = (statutesId: string, more: Record<string, unknown> = {}) => ({
  kind: 'PERSON',
  lastName: 'Noël',
  firstName: 'Zoé',
  profession: 'sage-femme',
  rpps: '10001234565',
  email: 'zoe.noel@example.org',
  phone: '0612345678',
  street: '4 rue du Port',
  postcode: '94200',
  town: 'Ivry-sur-Seine',
  engaged: 'on',
  commitment: 'Périnatalité',
  statutesId,
  statutesAccepted: 'on',
  mailConsent: 'on',
  ...more,
})

export const aRequest = (statutesId: string, more: Record<string, unknown> = {}): ApplicationInput =>
  applicationForm.parse(typedRequest(statutesId, more))

/** What the legal representative of a body types. */
export const aBodyRequest = (statutesId: string, more: Record<string, unknown> = {}): ApplicationInput =>
  applicationForm.parse({
    kind: 'BODY',
    legalName: 'Centre de santé du Port',
    legalForm: 'association',
    siret: '20003452800014',
    street: '4 rue du Port',
    postcode: '94200',
    town: 'Ivry-sur-Seine',
    repLastName: 'Noir',
    repFirstName: 'Léa',
    repQuality: 'directrice',
    repEmail: 'lea.noir@example.org',
    engaged: 'on',
    statutesId,
    statutesAccepted: 'on',
    ...more,
  })

/** A member as the vote of the Bureau enters it (6.2-a), whatever stage the association is at. */
export const admitted = (ctx: Context, member: NewMember): Promise<string> =>
  transact(ctx.db, async (tx) => {
    const id = await writeMember(tx, ctx, member, { kind: 'decision', resolutionId: null })
    await openMissingDues(tx, ctx)
    await conveneNewcomers(tx, ctx)
    return id
  })
