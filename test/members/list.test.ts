import { beforeAll, describe, expect, test } from 'vitest'
import { exportMembers } from '~/members/export/export-members.server'
import { csvLine } from '~/platform/spreadsheet/csv'
import { EXPORT_COLUMNS } from '~/members/export/columns'
import { planImport } from '~/members/import/plan-import.server'
import { readFilters, type MemberFilters } from '~/members/register/list/filters'
import { memberListPage } from '~/members/register/list/member-list.query.server'
import { recordMemberEvent } from '~/members/register/record-member-event.server'
import { registerMember } from '~/membership/admission/register-member.server'
import { registerOn } from '~/members/register/register.query.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { buildAssociation, contextFor } from '../support/builders'
import { useDatabase } from '../support/database'
import { aBody, aPerson } from './support'

const db = useDatabase()
let ctx: Context
const ids = new Map<string, string>()

const NAMES = ['Zoé', 'Éric', 'eve', 'Émile', 'Œuvrard', 'Eric', 'Noël']
beforeAll(async () => {
  const { founders } = await buildAssociation(db(), { founders: 3, actives: 0, honorary: 0 })
  ctx = await contextFor(db(), founders[1]!)
  for (const lastName of NAMES)
    ids.set(
      lastName,
      await registerMember(
        ctx,
        aPerson({ lastName, firstName: 'X', admittedOn: '2024-01-01', town: 'Le Kremlin-Bicêtre' }),
      ),
    )
  ids.set(
    'body',
    await registerMember(ctx, aBody({ legalName: 'Maison =1+1', admittedOn: '2025-01-01', phone: '+41 22 555 55 55' })),
  )
  const record = (name: string, event: Omit<Parameters<typeof recordMemberEvent>[2], 'memberId'>) =>
    transact(db(), (tx) => recordMemberEvent(tx, ctx, { ...event, memberId: ids.get(name)! }))
  await record('Noël', { kind: 'RESIGNED', on: '2026-06-30' })
  await record('Éric', { kind: 'SUSPENDED', on: '2027-05-01', until: '2027-06-30' })
  await record('Zoé', { kind: 'CATEGORY_CHANGED', on: '2026-01-01', category: 'honorary' })
})

const filters = (more: Partial<MemberFilters> = {}): MemberFilters => ({
  ...readFilters(new URLSearchParams()),
  ...more,
})
const list = (
  more: Partial<MemberFilters> = {},
  pages = { after: null, before: null } as { after: string | null; before: string | null },
) => memberListPage(ctx, filters(more), pages)
const labels = async (more: Partial<MemberFilters>) => (await list(more)).lines.map(({ label }) => label)

describe('the list', () => {
  test('those who have left are seen by who keeps the register, in the list as in its export', async () => {
    const treasurer = await db().mandate.findFirstOrThrow({ where: { office: 'treasurer' }, include: { member: true } })
    const reader = await contextFor(db(), { accountId: treasurer.member.accountId ?? '' })
    const seen = async (etat: 'parti' | 'tous') =>
      (await memberListPage(reader, filters({ etat }), { after: null, before: null })).lines.map(({ label }) => label)
    expect(await seen('parti')).toEqual([])
    expect(await seen('tous')).not.toContain('X Noël')
    const file = await exportMembers(reader, { form: 'csv', filters: filters({ etat: 'tous' }) })
    expect(await file.text()).not.toContain('Noël')
  })

  test('French order: accents and case do not come before letters', async () => {
    const people = (await labels({})).filter((label) => label.endsWith(' X') || label.startsWith('X'))
    expect(people.map((label) => label.replace('X ', ''))).toEqual(['Émile', 'Eric', 'Éric', 'eve', 'Œuvrard', 'Zoé'])
  })

  test.each([
    ['emile', 1],
    ['ÉMILE x', 1],
    ['oeuvrard', 1],
    ['kremlin bicetre', 7],
    ["L'Haÿ", 0],
    ['100% _', 0],
  ])('« %s » finds %i', async (q, count) => expect((await list({ q, etat: 'tous' })).count).toBe(count))

  test('filters: who left, who is suspended, bodies, a category, consents to gather', async () => {
    expect(await labels({ etat: 'parti' })).toEqual(['X Noël'])
    expect(await labels({ etat: 'suspendu' })).toEqual(['X Éric'])
    expect(await labels({ genre: 'structure' })).toEqual(['Maison =1+1'])
    expect(await labels({ categorie: 'honorary' })).toEqual(['X Zoé'])
    expect(await labels({ accord: 'manquant', genre: 'personne' })).toHaveLength(6)
    expect(readFilters(new URLSearchParams('etat=nimporte&categorie=active'))).toEqual(filters({ categorie: 'active' }))
  })
})

test('pages by key: every member once, forward and back', async () => {
  await db().$executeRaw`
    insert into "Member" (id, number, kind, "lastName", "firstName", "sortName", label, "searchText", category, "admittedOn", "createdAt")
    select gen_random_uuid(), 1000 + i, 'PERSON', 'Page', 'P', 'Page ' || (i % 40), 'Page ' || i, 'page ' || i, 'active', '2024-01-01', now() from generate_series(1, 120) i`
  const seen: string[] = []
  let page = await list({ q: 'page' })
  for (let turn = 0; turn < 3; turn += 1) {
    seen.push(...page.lines.map(({ id }) => id))
    if (page.nextKey) page = await list({ q: 'page' }, { after: page.nextKey, before: null })
  }
  expect(new Set(seen).size).toBe(120)
  expect(page.nextKey).toBeNull()
  const back = await list({ q: 'page' }, { after: null, before: page.previousKey })
  expect(back.lines.map(({ id }) => id)).toEqual(seen.slice(50, 100))
  const first = await list({ q: 'page' }, { after: null, before: back.previousKey })
  expect(first.lines.map(({ id }) => id)).toEqual(seen.slice(0, 50))
  expect(first.previousKey).toBeNull()
  expect((await list({ q: 'page' }, { after: 'not a key', before: null })).lines).toHaveLength(50)
})

describe('the register at a past date', () => {
  const names = async (date: string) =>
    (await registerOn(ctx, date)).lines.map(({ label, categoryLabel, suspended }) => [label, categoryLabel, suspended])
  test('before the departure, before the change of category', async () => {
    const then = await names('2025-12-31')
    expect(then).toContainEqual(['Noël X', 'membre actif', false])
    expect(then).toContainEqual(['Zoé X', 'membre actif', false])
  })
  test('on the day and after', async () => {
    const now = await names('2027-05-01')
    expect(now.map(([label]) => label)).not.toContain('Noël X')
    expect(now).toContainEqual(['Zoé X', 'membre d’honneur', false])
    expect(now).toContainEqual(['Éric X', 'membre actif', true])
  })
  test('before anybody', async () => expect((await registerOn(ctx, '2019-12-31')).lines).toEqual([]))
})

describe('export', () => {
  const read = async (form: 'csv' | 'xlsx', more: Partial<MemberFilters> = {}) =>
    new Uint8Array(await (await exportMembers(ctx, { form, filters: filters(more) })).arrayBuffer())

  test('CSV: mark, semicolons, CRLF, the columns asked for, formulas neutralised, telephone kept', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await read('csv', { genre: 'structure' }))
    expect(text.startsWith(`\ufeff${EXPORT_COLUMNS.join(';')}\r\n`)).toBe(true)
    const [, line = ''] = text.split('\r\n')
    expect(line).toContain('Maison =1+1')
    expect(line).toContain(';+41 22 555 55 55;')
    expect(csvLine(['=1+1', '-2', '@a', '+33 1', '+cmd', 'a;"b"'])).toBe(`'=1+1;'-2;'@a;+33 1;'+cmd;"a;""b"""\r\n`)
  })

  test.each(['csv', 'xlsx'] as const)(
    'what is exported in %s is what is shown, and imports back without a change',
    async (form) => {
      const bytes = await read(form, { etat: 'tous', q: 'kremlin' })
      const plan = await planImport(db(), ctx, {
        bytes,
        fileName: 'export',
        defaultCategory: null,
        defaultAdmitted: null,
      })
      expect(plan.lines.flatMap(({ faults }) => faults)).toEqual([])
      expect(plan.counts).toMatchObject({ create: 0, change: 0, same: 7, refused: 0 })
    },
  )

  test('who exported is in the journal, without the words searched', async () => {
    const entry = await db().journalEntry.findFirstOrThrow({
      where: { act: 'members.exported' },
      orderBy: { id: 'desc' },
    })
    expect(entry.doneById).toBe(ctx.actor.accountId)
    expect(JSON.stringify(entry.details)).not.toContain('kremlin')
  })
})

test('a search finds a name however it is typed, and a telephone however it is grouped', async () => {
  const register = (lastName: string, phone: string | null) =>
    registerMember(ctx, aPerson({ lastName, firstName: 'Y', phone, admittedOn: '2024-01-01' }))
  await register('Łukaszewicz', '06 12 34 56 78')
  await register('L’Hermitte-Sørensen', '+33655555501')
  expect(await labels({ q: 'oeuvrard' })).toEqual(['X Œuvrard'])
  for (const q of ['lukaszewicz', 'ŁUKASZEWICZ', '0612345678', '+33 6 12 34 56 78', '06.12.34.56.78'])
    expect(await labels({ q }), q).toEqual(['Y Łukaszewicz'])
  for (const q of ["l'hermitte", 'L’Hermitte', 'sorensen', 'hermitte\u2011sorensen', '06 55 55 55 01'])
    expect(await labels({ q }), q).toEqual(['Y L’Hermitte-Sørensen'])
  const members = await db().$queryRaw<{ label: string }[]>`
    select label from "Member" where "searchText" <> fold_text("searchText")`
  expect(members).toEqual([])
})
