import { expect, test } from 'vitest'
import type { Space } from '~/ballots/box/box'
import type { IssueKind } from '~/dues/stripe/issue.server'
import { LETTER_KINDS } from '~/letters/kinds'
import { INCIDENT_KINDS } from '~/meetings/incidents.server'
import type { SignatoryRole } from '~/minutes/signatories'
import { dateColumn } from '~/platform/dates'
import { pool } from '~/platform/db.server'
import type { Stage } from '~/statutes/dues-ladder-stages'
import type { Organ } from '~/statutes/organs'
import { buildAssociation, TEST_DATE, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()

/** The words of a type: one too many or too few does not compile. */
const wordsOf = <Word extends string>(words: Record<Word, true>) => Object.keys(words)

const LISTS: Record<string, string[]> = {
  'DisciplinaryCase.appealWay': wordsOf<'online' | 'letter'>({ online: true, letter: true }),
  'DisciplinaryCase.organ': wordsOf<Organ>({ president: true, bureau: true, ago: true, age: true }),
  'Explanation.source': ['online', 'mail', 'letter', 'hearing'],
  'Incident.kind': Object.keys(INCIDENT_KINDS),
  'MinutesSignature.role': wordsOf<SignatoryRole>({ president: true, secretary: true, officer: true }),
  'Paper.unit': wordsOf<Space['unit']>({ voices: true, members: true }),
  'PaymentIssue.kind': wordsOf<IssueKind | 'surplus'>({
    surplus: true,
    'amount-differs': true,
    'payment-unknown': true,
    dispute: true,
    'refund-failed': true,
    'payout-differs': true,
  }),
  'RegisteredLetter.kind': Object.keys(LETTER_KINDS),
  'Resignation.channel': ['online', 'mail', 'letter', 'registered-letter'],
}

test('each list that the code fixes is the one that the database holds', async () => {
  const { rows } = await pool().query<{ name: string; words: string[] }>(`
    select t.relname || '.' || a.attname as name, string_to_array(replace((regexp_match(pg_get_constraintdef(c.oid), '\\{(.*)\\}'))[1], '"', ''), ',') as words
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = t.oid and c.conkey = array[a.attnum]
     where c.contype = 'c' and c.conname like '%\\_known' and pg_get_constraintdef(c.oid) like '%ANY (%{%' order by 1`)
  const sorted = Object.fromEntries(Object.entries(LISTS).map(([name, words]) => [name, words.toSorted()]))
  expect(Object.fromEntries(rows.map(({ name, words }) => [name, words.toSorted()]))).toEqual(sorted)
})

test('6.4-b: the database takes every step of the procedure, and no other', async () => {
  const { rows } = await pool().query<{ rule: string }>(
    `select substring(pg_get_constraintdef(oid) from '''(\\^.*\\$)''') as rule from pg_constraint where conname like 'dues%\\_stage\\_known'`,
  )
  expect(rows).toHaveLength(3)
  const steps = wordsOf<Exclude<Stage, `reminder-${number}`>>({
    called: true,
    due: true,
    'formal-notice': true,
    'answer-over': true,
    listed: true,
    removed: true,
    kept: true,
    notified: true,
  })
  for (const { rule } of rows) {
    const known = new RegExp(rule)
    expect([...steps, 'reminder-1', 'reminder-12'].filter((step) => !known.test(step))).toEqual([])
    expect(['reminder-0', 'reminder', 'excluded', ''].filter((step) => known.test(step))).toEqual([])
  }
})

test('8.1, 6-a: no row names an office or a category that no version of the statutes knows', async () => {
  const built: BuiltAssociation = await buildAssociation(db(), { founders: 3, actives: 1, honorary: 0 })
  const memberId = built.actives[0]!.id
  const days = { from: dateColumn('2027-05-01'), termEnd: dateColumn('2030-05-01') }
  const mandate = { memberId, holderName: 'Actif 1', source: 'AGO', ...days }
  await expect(db().mandate.create({ data: { ...mandate, office: 'emperor' } })).rejects.toThrow(/offices: emperor/)
  await db().mandate.create({ data: { ...mandate, office: 'vice-president' } })
  const category = 'sponsor'
  await expect(db().member.update({ where: { id: memberId }, data: { category } })).rejects.toThrow(/sponsor/)
  const event = { memberId, kind: 'CATEGORY_CHANGED' as const, on: dateColumn('2027-05-01'), recordedAt: TEST_DATE }
  await expect(db().memberEvent.create({ data: { ...event, category } })).rejects.toThrow(/categories: sponsor/)
  await expect(db().mandate.updateMany({ data: { office: 'emperor' } })).rejects.toThrow(/emperor/)
})
