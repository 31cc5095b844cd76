import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { runDuesNight } from '~/dues/ladder/run-dues-night.server'
import { runRetentionNight } from '~/personal-data/retention/run-retention-night.server'
import { allOf, eachPart, togetherOrAlone } from '~/platform/each-alone.server'
import { pool } from '~/platform/db.server'
import { pruneSignIn } from '~/platform/sign-in/prune.server'
import { buildAssociation, TEST_NOW } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
const ctx = () => ({ db: db(), now: TEST_NOW, actor: null })

/** What each part of a night writes, whether or not it finds a row. */
const NIGHTS = {
  'retention-night': {
    work: async () => (await runRetentionNight(ctx())).failed,
    writes: [
      'update Reprise',
      'update MemberImport',
      'delete StatementDraft',
      'delete LiveEvent',
      'delete EmailChange',
    ],
  },
  'dues-night': {
    work: async () => {
      const id = await runDuesNight(ctx())
      const { finishedAt, summary } = await db().duesRun.findUniqueOrThrow({ where: { id } })
      expect(finishedAt).not.toBeNull()
      return (summary as { failed: number }).failed
    },
    writes: ['insert Dues', 'update Dues'],
  },
  'prune-sign-in': {
    work: () =>
      pruneSignIn().then(
        () => 0,
        () => 1,
      ),
    writes: ['update Mail', 'delete SignInLink', 'delete Session', 'delete rate_limit'],
  },
}

beforeAll(async () => {
  await buildAssociation(db(), { founders: 3, actives: 2, honorary: 0 })
  await pool().query(`
    create function seen() returns trigger language plpgsql as $$
      begin
        perform nextval(tg_argv[0]);
        if tg_argv[1] = 'broken' then raise exception 'this part fails'; end if;
        return null;
      end $$`)
})

const table = (write: string) => `"${write.split(' ')[1]}"`
const ranOf = (write: string) => `ran_${write.replace(' ', '_').toLowerCase()}`

async function watch(writes: readonly string[], broken: string | null): Promise<void> {
  for (const write of writes)
    await pool().query(`
      create sequence ${ranOf(write)};
      create trigger watched_${ranOf(write)} before ${write.split(' ')[0]} on ${table(write)} for each statement
        execute function seen('${ranOf(write)}', '${write === broken ? 'broken' : ''}')`)
}

let watched: readonly string[] = []
afterEach(async () => {
  for (const write of watched)
    await pool().query(`drop trigger watched_${ranOf(write)} on ${table(write)}; drop sequence ${ranOf(write)}`)
  watched = []
})

async function ran(writes: readonly string[]): Promise<string[]> {
  const { rows } = await pool().query<{ name: string; ran: boolean }>(
    `select sequencename as name, last_value is not null as ran from pg_sequences where sequencename like 'ran\\_%'`,
  )
  const done = new Set(rows.filter((row) => row.ran).map(({ name }) => name))
  return writes.filter((write) => done.has(ranOf(write)))
}

describe.each(Object.entries(NIGHTS))('%s', (_, { work, writes }) => {
  test.each([null, ...writes])(
    'with « %s » failing, every other part is done and one failure is counted',
    async (broken) => {
      await watch(writes, broken)
      watched = writes
      expect(await work()).toBe(broken === null ? 0 : 1)
      expect(await ran(writes)).toEqual(writes)
    },
  )
})

describe('a loop over many', () => {
  const done: string[] = []
  const act = (name: string) => async () => {
    if (name === 'bad') throw new Error('no')
    done.push(name)
  }
  test('each part is done, the one that fails is counted; its job fails once all is done', async () => {
    const parts = { first: act('first'), bad: act('bad'), last: act('last') }
    expect(await eachPart('trial', parts)).toEqual({ done: 2, failed: 1 })
    await expect(allOf('trial', parts)).rejects.toThrow('1 of 3 parts failed')
    expect(done).toEqual(['first', 'last', 'first', 'last'])
  })
  test('what cannot be done together is done one by one, but the bad one', async () => {
    const calls: string[] = []
    const together = async (ids: readonly string[]) => {
      calls.push(ids.join())
      if (ids.includes('bad')) throw new Error('no')
      return ids.length
    }
    expect(await togetherOrAlone('trial', ['a', 'bad', 'b'], together)).toEqual({ done: 2, failed: 1 })
    expect(calls).toEqual(['a,bad,b', 'a', 'bad', 'b'])
    expect(await togetherOrAlone('trial', ['a', 'b'], together)).toEqual({ done: 2, failed: 0 })
  })
})
