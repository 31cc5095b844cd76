import type { Pool } from 'pg'
import type { Choice } from '~/ballots/choices'

export type Dump = Record<string, unknown>

/** Every row of every table as an administrator of the database sees it: columns, place on disk (ctid), transaction (xmin). */
export async function dumpOf(pool: Pool) {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const dump = new Map<string, Dump[]>()
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: Dump }>(
      `select to_jsonb(t) || jsonb_build_object('ctid', t.ctid::text, 'xmin', t.xmin::text) as row from "${name}" t order by t.ctid`,
    )
    dump.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return {
    rowsOf: (table: string) => dump.get(table) ?? [],
    textOf: (keep: (table: string) => boolean) => JSON.stringify([...dump].filter(([table]) => keep(table))),
    /** rows outside these tables that hold both a member of the list and a word for a choice */
    choicesNear: (memberIds: readonly string[], outside: readonly string[]) =>
      [...dump]
        .filter(([table]) => !outside.includes(table))
        .flatMap(([, rows]) => rows)
        .filter((row) => {
          const text = JSON.stringify(row)
          return memberIds.some((id) => text.includes(id)) && /"(FOR|AGAINST|BLANK|ABSTAIN)"/.test(text)
        }),
  }
}

type Cast = { memberId: string; choice: Choice; voices: number }

/**
 * The ways in which somebody would try to lay papers beside slips: both in the order of the disk, both by id, slips by
 * receipt. For each, the share of voices whose choice is guessed right.
 */
export function linksByOrder(slips: readonly Dump[], papers: readonly Dump[], cast: readonly Cast[]): number[] {
  const by = (key: string) => (one: Dump, other: Dump) => String(one[key]).localeCompare(String(other[key]))
  const slipOrders = [
    slips,
    [...slips].sort(by('receipt')),
    [...slips].sort(by('memberId')),
    [...slips].sort(by('xmin')),
  ]
  const paperOrders = [papers, [...papers].sort(by('id'))]
  const truth = new Map(cast.map((vote) => [vote.memberId, vote]))
  return slipOrders.flatMap((ordered) =>
    paperOrders.map((pile) => {
      const voices = ordered.flatMap((slip) => {
        const vote = truth.get(String(slip.memberId))
        return vote ? Array.from({ length: vote.voices }, () => vote.choice) : []
      })
      const right = voices.filter((choice, index) => pile[index]?.choice === choice).length
      return right / voices.length
    }),
  )
}
