import pg from 'pg'

/** One read of the database of a story, for what no page shows: ids, counts of rows. */
export async function ask(databaseUrl: string, sql: string, values: string[] = []): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, string>>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** The first value that a query finds; it must find one. */
export async function askOne(databaseUrl: string, sql: string, values: string[] = []): Promise<string> {
  const [row] = await ask(databaseUrl, sql, values)
  const value = row && Object.values(row)[0]
  if (value === undefined) throw new Error(`nothing found by: ${sql}`)
  return value
}

/** The meetings of the demonstration, by what they have come to. */
export async function demoMeetings(databaseUrl: string) {
  const find = (where: string) =>
    askOne(databaseUrl, `select id from "Meeting" where ${where} order by date desc limit 1`)
  const [draft, second, failed, signing] = await Promise.all([
    find(`state = 'DRAFT'`),
    find(`session = 2`),
    find(`state = 'NO_QUORUM'`),
    find(`body = 'bureau'`),
  ])
  return { draft, second, failed, signing }
}
