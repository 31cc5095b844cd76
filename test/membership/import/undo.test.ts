import { beforeEach, describe, expect, test } from 'vitest'
import { applyImport } from '~/members/import/apply-import.server'
import { notTakenOf } from '~/members/import/not-taken.query.server'
import { planImport } from '~/members/import/plan-import.server'
import { setAnswers } from '~/members/import/set-answers.server'
import { startImport } from '~/members/import/start-import.server'
import { openDuesOfNewcomers } from '~/membership/admission/open-dues.server'
import { undoImport } from '~/membership/import/undo-import.server'
import { undoPage } from '~/membership/import/undo-page.query.server'
import { runRetentionNight } from '~/personal-data/retention/run-retention-night.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { createSession } from '~/platform/session.server'
import { buildAssociation, contextFor, TEST_NOW, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase } from '../../support/joining'
import { refusalOf } from '../../members/support'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context

const HEAD = 'numero;nom;prenom;email;code_postal;telephone;consentement\n'
const source = (text: string) => ({
  bytes: Buffer.from(text),
  fileName: 'membres.csv',
  defaultCategory: 'active',
  defaultAdmitted: '2027-01-01',
})
async function imported(
  text = `${HEAD};BRUN;Lucie;lucie@ex.fr;94200;;oui\n;PETIT;Noé;noe@ex.fr;94200;;\n5;Actif;1;;;0612345678;\n`,
) {
  const importId = await startImport(ctx, source(text))
  await applyImport(ctx, { importId, onlyGood: false, expected: { create: 2, change: 1 } })
  await openDuesOfNewcomers(ctx)
  return importId
}
const lucie = () => db().member.findFirstOrThrow({ where: { email: 'lucie@ex.fr' } })

beforeEach(async () => {
  await emptyDatabase(db())
  built = await buildAssociation(db(), { founders: 4, actives: 2 })
  ctx = await contextFor(db(), built.founders[1]!)
})

describe('an import is undone while nothing rests on it', () => {
  test('members, accounts, events and consents go; the others are as before; pressed twice, once', async () => {
    const count = async () => [await db().member.count(), await db().account.count(), await db().memberEvent.count(), await db().consent.count(), await db().dues.count()] // prettier-ignore
    const before = await count()
    const importId = await imported()
    expect((await undoPage(ctx, importId)).obstacles).toEqual([])
    await Promise.all([undoImport(ctx, importId), undoImport(ctx, importId)])
    expect(await count()).toEqual(before)
    expect((await db().member.findFirstOrThrow({ where: { number: 5 } })).phone).toBeNull()
    expect(await db().journalEntry.count({ where: { act: 'members.import-undone' } })).toBe(1)
    // the file comes again as it came first
    await imported()
  })

  test.each<[string, string, (member: { id: string; accountId: string | null }) => Promise<unknown>]>([
    ['a sign-in', 's’est déjà connecté', ({ accountId }) => createSession(db(), { accountId: accountId!, device: 'test', now: ctx.now })],
    ['a mandate', 'tient ou a tenu une fonction', ({ id }) => db().mandate.create({ data: { office: 'vice-president', memberId: id, holderName: 'Lucie', from: dateColumn('2027-05-01'), termEnd: dateColumn('2028-05-01'), source: 'test' } })],
    ['a later event', 'un événement est inscrit depuis', ({ id }) => db().memberEvent.create({ data: { memberId: id, kind: 'RESIGNED', on: dateColumn('2027-05-09'), recordedAt: dateFromInstant(TEST_NOW.add({ hours: 1 })) } })],
    ['dues paid', 'sa cotisation a été payée ou appelée', ({ id }) => db().dues.updateMany({ where: { memberId: id }, data: { paidCents: 100 } })],
  ])('%s stops it, and is named', async (_, why, act) => {
    await db().duesRate.createMany({ data: (await db().duesPeriod.findMany()).map(({ id }) => ({ periodId: id, category: 'active', amountCents: 5000 })) }) // prettier-ignore
    const importId = await imported()
    await act(await lucie())
    expect((await undoPage(ctx, importId)).obstacles).toContainEqual({ who: expect.stringContaining('Lucie BRUN'), why })
    expect((await refusalOf(undoImport(ctx, importId))).message).toContain(why)
    await lucie()
  }) // prettier-ignore

  test('a sheet changed since keeps its change', async () => {
    const importId = await imported()
    await db().member.updateMany({ where: { number: 5 }, data: { town: 'Vitry-sur-Seine' } })
    expect((await refusalOf(undoImport(ctx, importId))).message).toContain('modifiée depuis')
  })

  test('events and consents of others, or of no import, cannot be deleted', async () => {
    const importId = await imported()
    await expect(db().memberEvent.deleteMany({ where: { memberId: (await lucie()).id } })).rejects.toThrow()
    await expect(
      db().$transaction(async (tx) => {
        await tx.$executeRaw`select set_config('app.undone_import', ${importId}, true)`
        await tx.memberEvent.deleteMany({ where: { memberId: built.actives[0]!.id } })
      }),
    ).rejects.toThrow()
  })
})

describe('answers and what is not taken', () => {
  const unknown = 'Patronyme;Petit nom;Contact;CP\nBRUN;Lucie;lucie@ex.fr;94200\n'
  const meanings = { 'column:0': 'lastName', 'column:1': 'firstName', 'column:2': 'email' }

  test('meanings are remembered for the next file with this header, what is about one file is not', async () => {
    const first = await startImport(ctx, source(unknown))
    await setAnswers(ctx, first, { ...meanings, numbers: 'take' })
    const second = await startImport(ctx, source(unknown.replace('BRUN', 'PETIT')))
    const kept = await db().memberImport.findUniqueOrThrow({ where: { id: second } })
    expect(kept.answers).toEqual(meanings)
  })

  test('no column of names: refused beside the columns, nothing kept', async () => {
    const id = await startImport(ctx, source(unknown))
    expect(await refusalOf(setAnswers(ctx, id, { 'column:2': 'email' }))).toMatchObject({ status: 400 })
  })

  test('the lines not taken come as a file with their reason, which is corrected and taken', async () => {
    const text = `${HEAD};BRUN;Lucie;lucie@ex.fr;94200;;\n;PETIT;"=Noé; dit «N»";pas une adresse;94200;;\n`
    const importId = await startImport(ctx, source(text))
    const csv = await notTakenOf(ctx, importId, null)
    expect(csv).toContain('motif du refus')
    await applyImport(ctx, { importId, onlyGood: true, expected: { create: 1, change: 0 } })
    expect(await notTakenOf(ctx, importId, null)).toBe(csv)
    const again = await planImport(db(), ctx, source(csv))
    expect(again.lines).toMatchObject([{ outcome: 'refused', label: '=Noé; dit «N» PETIT' }])
    expect(again.columns.all.at(-1)).toMatchObject({ name: 'motif du refus', field: null })
    const mended = await planImport(db(), ctx, source(csv.replace('pas une adresse', 'noe@ex.fr')))
    expect(mended.counts).toMatchObject({ create: 1, refused: 0 })
  })
})

test.each([
  [23, true, true],
  [25, false, true],
  [61 * 24, false, false],
])('%i hours after, the file is kept: %s, its undoing possible: %s', async (hours, kept, undoable) => {
  const waiting = await startImport(ctx, source(HEAD + ';BRUN;Lucie;lucie@ex.fr;94200;;\n'))
  const done = await imported()
  await runRetentionNight({ db: db(), actor: null, now: TEST_NOW.add({ hours }) })
  const imports = new Map((await db().memberImport.findMany()).map((each) => [each.id, each]))
  expect(imports.get(waiting)?.bytes !== null).toBe(kept)
  expect(imports.get(done)?.written !== null).toBe(undoable)
})
