import type { Temporal } from 'temporal-polyfill'
import { dateFromInstant } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'

/** Throws when the database is in use; erases what an interrupted seed left. */
export async function demandEmpty(db: Db): Promise<void> {
  const [association, members] = await Promise.all([db.association.findFirst(), db.member.count()])
  if (!association && members === 0) return
  if (!association?.demo || association.seededAt !== null)
    throw new Error('La base n’est pas vide : la démonstration ne s’écrit que dans une base vide.')
  await erase(db)
}

/** The last that the seed writes: a demonstration without it was interrupted. */
export async function markComplete(db: Db, now: Temporal.Instant): Promise<void> {
  await db.association.updateMany({ data: { seededAt: dateFromInstant(now) } })
  await journal(db, { db, now, actor: null }, { act: 'demo.seeded', subject: 'Association' })
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
