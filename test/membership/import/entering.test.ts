import { beforeEach, describe, expect, test } from 'vitest'
import { takeOverPeriod } from '~/dues/take-over-period.server'
import { applyImport } from '~/members/import/apply-import.server'
import { forgetImports } from '~/members/import/forget-imports.server'
import { importPage } from '~/members/import/import-page.query.server'
import { setAnswers } from '~/members/import/set-answers.server'
import { startImport } from '~/members/import/start-import.server'
import { duesSideFor } from '~/membership/import/dues-side.server'
import { enteringOf } from '~/membership/import/entering.server'
import { proposeImport } from '~/membership/import/propose-import.server'
import { undoImport } from '~/membership/import/undo-import.server'
import { refuseReprise, withdrawReprise } from '~/membership/reprises/close-reprise.server'
import { eraseOldReprises } from '~/membership/reprises/erase-old-reprises.server'
import { reprisePage, repriseList } from '~/membership/reprises/reprise-page.query.server'
import { signReprise } from '~/membership/reprises/sign-reprise.server'
import { verifyRegister } from '~/minutes/verify-register.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { refusalOf } from '../../members/support'
import { addCoordinator, buildAssociation, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase } from '../../support/joining'
import { CITED } from '../../support/reprises'

const db = useDatabase()
let association: BuiltAssociation
const as = (rank: number) => contextFor(db(), association.founders[rank] ?? { accountId: '' })
const president = () => as(0)
const secretary = () => as(1)
const treasurer = () => as(2)

beforeEach(async () => {
  await emptyDatabase(db())
  association = await buildAssociation(db(), { founders: 3, actives: 2, honorary: 0, duesYear: 2020 })
})
const close = () => db().association.update({ where: { id: 1 }, data: { installedOn: dateColumn('2027-01-10') } })

const HEAD = 'numero;nom;prenom;email;code_postal;college;date_adhesion'
const DUES = ';cotisation_annee;cotisation_montant;cotisation_reglee_le;cotisation_mode'
const newcomer = (name: string, on = '14/03/2027') => `;${name};Zoé;${name.toLowerCase()}@ex.fr;94200;actif;${on}`
const LISTED = [newcomer('Brun'), newcomer('Petit', '10/03/2027')]

async function keep(lines: string[], { by = secretary(), head = HEAD } = {}) {
  const ctx = await by
  const bytes = Buffer.from(`${head}\n${lines.join('\n')}\n`)
  return startImport(ctx, { bytes, fileName: 'membres.csv', defaultCategory: null, defaultAdmitted: null })
}
const trial = async (ctx: Context, importId: string) => {
  const page = await importPage(ctx, importId, new URLSearchParams(), duesSideFor(ctx))
  if (page.state !== 'tried') throw new Error(`the import is ${page.state}`)
  return page
}
async function confirm(ctx: Context, importId: string, onlyGood = false) {
  const { counts, dues } = await trial(ctx, importId)
  const expected = { create: counts.create, change: counts.change, paid: dues?.paid, paidCents: dues?.paidCents }
  return { importId, onlyGood, expected }
}
async function propose(importId: string, { by = secretary(), citation = CITED, onlyGood = false } = {}) {
  const ctx = await by
  return proposeImport(ctx, await confirm(ctx, importId, onlyGood), citation)
}
/** A recorded member as a file names him. */
async function active() {
  const { id = '' } = association.actives[0] ?? {}
  const { number, lastName, firstName } = await db().member.findUniqueOrThrow({ where: { id } })
  return [number, lastName, firstName].join(';')
}
const count = () => db().member.count()

describe('6.2-a: once the installation is closed, a file makes nobody enter on the word of one', () => {
  beforeEach(close)

  test('the trial says who would enter; written directly, it is refused with the article', async () => {
    const ctx = await secretary()
    const importId = await keep(LISTED)
    const page = await trial(ctx, importId)
    expect(page.counts).toMatchObject({ create: 2, refused: 0 })
    expect(page.firstDay).toBe('2027-03-10')
    expect(await enteringOf(ctx, page)).toEqual({ entry: { cited: true, allowed: true, fresh: true }, waiting: null })
    const refused = await refusalOf(applyImport(ctx, await confirm(ctx, importId)))
    expect([refused.status, refused.reasons[0]?.rule]).toEqual([409, '6.2-a'])
    expect(await count()).toBe(5)
  })

  test('proposed by one officer, signed by another: members, changes and accounts in one transaction, marked', async () => {
    const changed = association.actives[0]?.id ?? ''
    const importId = await keep([...LISTED, `${await active()};autre@ex.fr;94200;;`])
    const id = await propose(importId)
    expect(await count()).toBe(5)
    const signer = await president()
    const page = await reprisePage(signer, id)
    expect(page.facts[0]?.sentence).toMatch(/^2.membres du fichier « membres.csv » entrent au registre, et 1.fiche est/)
    expect(page.facts[0]?.details[0]).toEqual({ term: 'Membres', value: 'Zoé Brun et Zoé Petit' })
    expect(page.trials).toEqual([`/membres/import/${importId}`])
    expect((await reprisePage(await treasurer(), id)).trials).toEqual([])
    expect(await enteringOf(signer, await trial(signer, importId))).toMatchObject({ waiting: id })

    await signReprise(signer, { id })
    const entered = await db().member.findMany({
      where: { email: { in: ['brun@ex.fr', 'petit@ex.fr'] } },
      include: { events: true, account: true },
    })
    expect(entered).toHaveLength(2)
    for (const { events, account } of entered) {
      expect(account).not.toBeNull()
      expect(events).toMatchObject([{ takenOver: true, repriseId: id, reason: `reprise : ${CITED.source}` }])
    }
    expect(await db().member.findUniqueOrThrow({ where: { id: changed } })).toMatchObject({ email: 'autre@ex.fr' })
    const kept = await db().memberImport.findUniqueOrThrow({ where: { id: importId } })
    expect([kept.bytes, kept.appliedAt !== null]).toEqual([null, true])
    expect(await verifyRegister(db())).toMatchObject({ ok: true, entries: 1 })
    expect(await importPage(signer, importId, new URLSearchParams())).toMatchObject({ state: 'done' })
  })

  test('pressed twice it is proposed once; signed by two at once it is written once', async () => {
    const importId = await keep(LISTED)
    const ctx = await secretary()
    const confirmation = await confirm(ctx, importId)
    const ids = await Promise.all([1, 2, 3].map(() => proposeImport(ctx, confirmation, CITED)))
    expect(new Set([...ids, await proposeImport(ctx, confirmation, CITED)]).size).toBe(1)
    const signers = await Promise.all([president(), treasurer(), president()])
    const tries = await Promise.allSettled(signers.map((each) => signReprise(each, { id: ids[0] ?? '' })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await count()).toBe(7)
  })

  const anotherFile = async () => {
    const id = await propose(await keep([newcomer('Brun')]), { by: president() })
    await signReprise(await secretary(), { id })
  }
  const anotherPhone = async () => {
    const ctx = await secretary()
    const importId = await keep([`${await active()};0611223344`], { head: 'numero;nom;prenom;telephone' })
    await applyImport(ctx, await confirm(ctx, importId))
  }
  test.each([
    ['one who enters is there already', anotherFile],
    ['one who changes was changed', anotherPhone],
  ])('%s: the second signature writes nothing, and says so', async (_, meanwhile) => {
    const importId = await keep([...LISTED, `${await active()};autre@ex.fr;94200;;`])
    const id = await propose(importId)
    await meanwhile()
    const before = await count()
    const refused = await refusalOf(signReprise(await president(), { id }))
    expect([refused.status, refused.message]).toEqual([409, expect.stringContaining('a changé depuis que cet import')])
    expect(await count()).toBe(before)
    await withdrawReprise(await secretary(), { id })
    expect(await propose(importId).catch(() => null)).not.toBe(id)
  })

  test('read otherwise while it waits: refused; refused by an officer, it can be read and proposed again', async () => {
    const importId = await keep(LISTED)
    const id = await propose(importId)
    const again = { 'column:2': 'no' }
    expect((await refusalOf(setAnswers(await secretary(), importId, again))).message).toContain('seconde signature')
    await refuseReprise(await president(), { id, refusal: 'Le registre cité manque.' })
    await setAnswers(await secretary(), importId, {})
    expect(await propose(importId)).not.toBe(id)
  })

  test('the night erases no file that a reprise waits for; once it is over, it does', async () => {
    const importId = await keep(LISTED)
    const other = await keep([newcomer('Autre')])
    const id = await propose(importId)
    const night = (hours: number) =>
      transact(db(), (tx) => forgetImports(tx, { db: db(), actor: null, now: TEST_NOW.add({ hours }) }))
    const isKept = async (of: string) =>
      (await db().memberImport.findUniqueOrThrow({ where: { id: of } })).bytes !== null
    await night(24 * 40)
    expect([await isKept(importId), await isKept(other)]).toEqual([true, false])
    await withdrawReprise(await secretary(), { id })
    await night(24 * 40)
    expect(await isKept(importId)).toBe(false)
    expect((await refusalOf(confirmedBlind(importId))).message).toContain('n’est plus gardé')
  })
  const confirmedBlind = async (importId: string) =>
    proposeImport(await secretary(), { importId, onlyGood: false, expected: { create: 2, change: 0 } }, CITED)

  test('who keeps the register without sitting in the Bureau is told who proposes, and refused', async () => {
    const desk = await contextFor(db(), await addCoordinator(db(), ['members.write']))
    const importId = await keep(LISTED, { by: Promise.resolve(desk) })
    expect(await enteringOf(desk, await trial(desk, importId))).toMatchObject({ entry: { allowed: false } })
    expect((await refusalOf(propose(importId, { by: Promise.resolve(desk) }))).status).toBe(403)
    expect((await refusalOf(propose(importId, { by: treasurer() }))).status).toBe(403)
    const ctx = await secretary()
    const stale = { ...ctx, actor: { ...ctx.actor, authenticatedAt: TEST_NOW.subtract({ minutes: 11 }) } }
    expect(await enteringOf(stale, await trial(stale, importId))).toMatchObject({ entry: { fresh: false } })
    expect((await refusalOf(propose(importId, { by: Promise.resolve(stale) }))).message).toContain('identité')
  })

  test.each([
    ['2027-03-09', 'taken'],
    ['2027-03-10', 'taken'],
    ['2027-03-11', 'refused'],
  ])('an act of %s for a first admission on 10 March: %s', async (decidedOn, outcome) => {
    const proposed = propose(await keep(LISTED), { citation: { ...CITED, decidedOn } })
    if (outcome === 'taken') return expect(await proposed).toBeTruthy()
    expect((await refusalOf(proposed)).fieldErrors.decidedOn).toBeDefined()
  })

  test('lines refused are left out on choice alone, and the reprise says how many', async () => {
    const importId = await keep([...LISTED, newcomer('Demain', '11/05/2027')])
    expect((await refusalOf(propose(importId))).message).toContain('Des lignes sont refusées')
    const id = await propose(importId, { onlyGood: true })
    expect((await reprisePage(await president(), id)).facts[0]?.details).toContainEqual({
      term: 'Laissé de côté',
      value: expect.stringMatching(/^1.ligne non reprise$/),
    })
    await signReprise(await president(), { id })
    expect(await count()).toBe(7)
  })

  test('twenty names are read at once, and how many more', async () => {
    const id = await propose(
      await keep(Array.from({ length: 23 }, (_, rank) => newcomer(`Nom${'abcdefghijklmnopqrstuvw'[rank]}`))),
    )
    expect((await reprisePage(await president(), id)).facts[0]?.details[0]?.value).toMatch(
      /^Zoé Noma, .+ et 3 de plus$/,
    )
    const later = (now: typeof TEST_NOW) => transact(db(), (tx) => eraseOldReprises(tx, { db: db(), actor: null, now }))
    await signReprise(await president(), { id })
    expect(await later(TEST_NOW.add({ hours: 24 * 93 }))).toBe(1)
    expect((await repriseList(await president())).over).toMatchObject([{ what: 'Données effacées' }])
  })

  test('a file that only changes members is written directly; there is nothing to propose', async () => {
    const importId = await keep([`${await active()};autre@ex.fr;94200;;`])
    const ctx = await secretary()
    expect(await enteringOf(ctx, await trial(ctx, importId))).toBeNull()
    expect((await refusalOf(propose(importId))).message).toContain('ne fait entrer personne')
    expect(await applyImport(ctx, await confirm(ctx, importId))).toMatchObject({ create: 0, change: 1 })
  })

  test('undone while nothing rests on it, as any import', async () => {
    const importId = await keep(LISTED)
    await signReprise(await president(), { id: await propose(importId) })
    await undoImport(await secretary(), importId)
    expect(await count()).toBe(5)
    expect(await verifyRegister(db())).toMatchObject({ ok: true })
  })
})

test('12-a: dues already paid elsewhere come with those who enter, whoever signs', async () => {
  await takeOverPeriod(await president(), {
    year: 2027,
    decidedOn: '2026-06-10',
    resolution: 'résolution 4',
    dueOn: '2027-03-31',
    amounts: { founder: 5000, active: 5000 },
    lateJoiners: 'FULL',
  })
  await close()
  const lines = [`${newcomer('Brun')};2027;50,00;20/03/2027;virement`, `${newcomer('Petit')};2027;;;`]
  const importId = await keep(lines, { by: president(), head: `${HEAD}${DUES}` })
  const id = await propose(importId, { by: president() })
  expect(await db().payment.count()).toBe(0)
  await signReprise(await secretary(), { id })
  const paid = await db().payment.findMany({ select: { receivedCents: true, paidOn: true, payerName: true } })
  expect(paid.map(({ receivedCents, paidOn }) => [receivedCents, paidOn && isoDate(paidOn)])).toEqual([
    [5000, '2027-03-20'],
  ])
  const dues = await db().dues.findMany({ where: { member: { email: { in: ['brun@ex.fr', 'petit@ex.fr'] } } } })
  expect(dues.map(({ paidCents }) => paidCents).toSorted((a, b) => a - b)).toEqual([0, 5000])
})

test('while the installation is open a file is written directly, and there is nothing to sign', async () => {
  const importId = await keep(LISTED)
  const ctx = await secretary()
  expect(await enteringOf(ctx, await trial(ctx, importId))).toBeNull()
  expect((await refusalOf(propose(importId))).message).toContain('encore ouverte')
  await applyImport(ctx, await confirm(ctx, importId))
  expect(await count()).toBe(7)
})
