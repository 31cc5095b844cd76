import type { Temporal } from 'temporal-polyfill'
import { dateFromInstant } from '~/platform/dates'
import type { Db } from '~/platform/db.server'

/** Last line that the seed writes: a demonstration without it was interrupted. */
const COMPLETE = 'demo.seeded'

/** Throws when the database is in use; erases what an interrupted seed left. */
export async function demandEmpty(db: Db): Promise<void> {
  const [association, members] = await Promise.all([db.association.findFirst(), db.member.count()])
  if (!association && members === 0) return
  const complete = await db.journalEntry.count({ where: { act: COMPLETE } })
  if (!association?.demo || complete > 0)
    throw new Error('La base n’est pas vide : la démonstration ne s’écrit que dans une base vide.')
  await erase(db)
}

export async function markComplete(db: Db, now: Temporal.Instant): Promise<void> {
  await db.journalEntry.create({
    data: { at: dateFromInstant(now), act: COMPLETE, subject: 'Association' },
    select: { id: true },
  })
}

/** Empties every table of an unfinished demonstration; the triggers that keep facts stand aside for this one statement. */
async function erase(db: Db): Promise<void> {
  await db.$executeRawUnsafe(`
    do $$
    declare one text; every text;
    begin
      select string_agg(quote_ident(tablename), ', ') into every from pg_tables
       where schemaname = current_schema() and tablename <> '_prisma_migrations';
      for one in select tablename from pg_tables where schemaname = current_schema() and tablename <> '_prisma_migrations' loop
        execute format('alter table %I disable trigger user', one);
      end loop;
      execute 'truncate ' || every || ' restart identity cascade';
      for one in select tablename from pg_tables where schemaname = current_schema() and tablename <> '_prisma_migrations' loop
        execute format('alter table %I enable trigger user', one);
      end loop;
      delete from graphile_worker._private_jobs;
    end $$`)
}
