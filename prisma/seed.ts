import type { Temporal } from 'temporal-polyfill'
import type { Db } from '../app/platform/db.server'

/** Fills an empty database with the demonstration. */
export async function seedDemo(_db: Db, _now: Temporal.Instant): Promise<void> {}
