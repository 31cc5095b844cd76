import { describe, expect, it } from 'vitest'
import { DELIBERATIONS } from '~/minutes/streams'
import { pool } from '~/platform/db.server'
import { appendRegister } from '~/platform/register/append.server'
import { chainFault } from '~/platform/register/chain'
import { TEST_NOW } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
const append = (n: number) =>
  db().$transaction((tx) =>
    appendRegister(tx, {
      stream: 'essai',
      actor: 'a',
      kind: 'k',
      body: { n, texte: 'délibération n° ' + n },
      now: TEST_NOW,
    }),
  )

const rows = () => db().registerEntry.findMany({ where: { stream: 'essai' }, orderBy: { seq: 'asc' } })

describe('8.3-c the register of deliberations', () => {
  it('numbers a hundred entries written at once without gap or double, and its chain recomputes', async () => {
    const numbers = await Promise.all(Array.from({ length: 100 }, (_, n) => append(n)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
    expect(chainFault('essai', await rows())).toBeNull()
  })

  it('gives back the number of an act that was rolled back', async () => {
    const before = (await rows()).length
    await db()
      .$transaction(async (tx) => {
        await appendRegister(tx, { stream: 'essai', actor: 'a', kind: 'k', body: {}, now: TEST_NOW })
        throw new Error('rolled back')
      })
      .catch(() => {})
    expect(await append(0)).toBe(before + 1)
  })

  it.each([
    ['update', `update "RegisterEntry" set body = '{}' where seq = 3`],
    ['delete', `delete from "RegisterEntry" where seq = 3`],
    ['truncate', `truncate "RegisterEntry"`],
    [
      'insert beside the function',
      `insert into "RegisterEntry" values ('${DELIBERATIONS}', 7, 0, 'a', 'k', '{}', '\\x00', '\\x00')`,
    ],
  ])('refuses %s, to its owner too', async (_, sql) => {
    await expect(pool().query(sql)).rejects.toMatchObject({ code: expect.stringMatching(/^P0A0[14]$/) })
  })

  it('tells the entry that a superuser altered behind the triggers', async () => {
    await pool().query(
      `alter table "RegisterEntry" disable trigger all; update "RegisterEntry" set body = '{"n":-1}' where stream = 'essai' and seq = 42; alter table "RegisterEntry" enable trigger all`,
    )
    expect(chainFault('essai', await rows())).toMatchObject({ seq: 42n })
  })
})
