import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { acceptLine } from '~/dues/matching/accept-line.server'
import { importStatement } from '~/banking/import-statement.server'
import { proposalKey } from '~/dues/matching/propose'
import { proposalsFor } from '~/dues/matching/proposals.server'
import { refusedRowsFile } from '~/banking/refused-rows.server'
import { answerStatement, confirmStatement, dropStatement, startStatement } from '~/banking/statement-draft.server'
import { statementPreview } from '~/banking/statement-preview.query.server'
import { undoStatement } from '~/banking/undo-statement.server'
import { cancelPayment } from '~/dues/payments/cancel-payment.server'
import { runRetentionNight } from '~/personal-data/retention/run-retention-night.server'
import type { Context } from '~/platform/context'
import type { Answers } from '~/platform/spreadsheet/table'
import { refusalOf } from '../members/support'
import { buildAssociation, contextFor, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { duesOfMember } from '../support/payments'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 4, actives: 6, honorary: 0, settled: false })
  ctx = await contextFor(db(), built.founders[2]!)
})

type Line = [day: string, label: string, euros: string]
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const csv = (...lines: Line[]) => bytesOf(['Date;Libellé;Montant', ...lines.map((line) => line.join(';'))].join('\n'))
const ofx = (...lines: Line[]) =>
  bytesOf(
    `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>0500013M026</BANKACCTFROM><BANKTRANLIST>${lines
      .map(([day, label, euros]) => `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${day.split('/').reverse().join('')}<TRNAMT>${euros}<FITID>1<NAME>${label}</STMTTRN>`)
      .join('')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  ) // prettier-ignore
const given = (bytes: Uint8Array, answers: Answers = {}) => importStatement(ctx, { fileName: 'releve', bytes, answers })
const questionsOf = async (bytes: Uint8Array) => {
  const page = await statementPreview(ctx, await startStatement(ctx, { fileName: 'releve', bytes }))
  return page.questions
}
const labels = async (statementId: string) =>
  (await db().bankLine.findMany({ where: { statementId }, orderBy: { label: 'asc' } })).map(({ label }) => label)

describe('one period in two forms', () => {
  test('a CSV, then its OFX: recognised by the words, nothing doubled', async () => {
    await given(csv(['01/03/2026', 'VIR SEPA RECU DE MME ROUX JEANNE', '50,00'], ['02/03/2026', 'EDF', '-80,00']))
    const again = await given(ofx(['01/03/2026', 'ROUX JEANNE', '50.00'], ['02/03/2026', 'PRLV EDF', '-80.00']))
    expect(again).toMatchObject({ added: 0, known: 1, debits: 1 })
    expect(await db().bankLineSeen.count({ where: { statementId: again.statementId } })).toBe(1)
  })

  test('without a word in common: asked, and nothing is written until it is answered', async () => {
    await given(csv(['01/04/2026', 'VIR RECU 000123', '50,00']))
    const other = ofx(['01/04/2026', 'PETIT JEAN', '50.00'])
    const refusal = await refusalOf(given(other))
    expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining('déjà connue') })
    const [question] = await questionsOf(other)
    expect(question?.choices[0]?.label).toContain('VIR RECU 000123')
    expect(await given(other, { [question!.id]: 'other' })).toMatchObject({ added: 1, known: 0 })
  })

  test('the day of the operation, then that of its value: asked where the words agree, another otherwise', async () => {
    await given(csv(['10/04/2026', 'VIR LEFEVRE ANNE', '50,00'], ['10/04/2026', 'VIR DURAND PAUL', '50,00']))
    const questions = await questionsOf(ofx(['12/04/2026', 'LEFEVRE ANNE', '50.00'], ['12/04/2026', 'NOUVEAU VENU', '50.00'])) // prettier-ignore
    expect(questions).toMatchObject([{ taken: null, question: expect.stringContaining('LEFEVRE ANNE') }])
  })

  test('two true equal credits of a day stay two in both forms', async () => {
    const two: Line[] = [['01/05/2026', 'VIR MARTIN LUC', '50,00'], ['01/05/2026', 'VIR MARTIN LUC', '50,00']] // prettier-ignore
    expect(await given(csv(...two))).toMatchObject({ added: 2 })
    expect(await given(ofx(['01/05/2026', 'MARTIN LUC', '50.00'], ['01/05/2026', 'MARTIN LUC', '50.00']))).toMatchObject({ added: 0, known: 2 }) // prettier-ignore
  })
})

describe('an import is undone', () => {
  test('its lines go, those of another statement stay; pressed twice, once', async () => {
    const first = await given(csv(['01/06/2026', 'VIR A', '10,00'], ['02/06/2026', 'VIR B', '11,00']))
    const second = await given(csv(['02/06/2026', 'VIR B', '11,00'], ['03/06/2026', 'VIR C', '12,00']))
    expect(second).toMatchObject({ added: 1, known: 1 })
    await Promise.all([1, 2, 3].map(() => undoStatement(ctx, first.statementId)))
    expect(await labels(first.statementId)).toEqual([])
    expect(await labels(second.statementId)).toEqual(['VIR B', 'VIR C'])
    expect(await db().journalEntry.count({ where: { act: 'statement.undone', subjectId: first.statementId } })).toBe(1)
    expect(await given(csv(['01/06/2026', 'VIR A', '10,00']))).toMatchObject({ added: 1, known: 0 })
  })

  test('not while a payment rests on it; once the payment is cancelled, it is', async () => {
    const dues = await duesOfMember(db(), built.actives[0]!)
    const { statementId } = await given(csv(['05/06/2026', `VIR ${dues.reference}`, '50,00']))
    const line = await db().bankLine.findFirstOrThrow({ where: { statementId } })
    const proposal = (await proposalsFor(db(), [line])).get(line.id)!
    await acceptLine(ctx, { lineId: line.id, expected: proposalKey(proposal) })
    expect(await refusalOf(undoStatement(ctx, statementId))).toMatchObject({ status: 409 })
    const payment = await db().payment.findFirstOrThrow({ where: { bankLineId: line.id } })
    await cancelPayment(ctx, { paymentId: payment.id, reason: 'cancel-error' })
    await undoStatement(ctx, statementId)
    expect(await db().bankLine.count({ where: { statementId } })).toBe(0)
  })

  test('accepted and undone at the same time: one of the two', async () => {
    const dues = await duesOfMember(db(), built.actives[1]!)
    const { statementId } = await given(csv(['06/06/2026', `VIR ${dues.reference}`, '50,00']))
    const line = await db().bankLine.findFirstOrThrow({ where: { statementId } })
    const expected = proposalKey((await proposalsFor(db(), [line])).get(line.id)!)
    await Promise.allSettled([acceptLine(ctx, { lineId: line.id, expected }), undoStatement(ctx, statementId)])
    const paid = await db().payment.count({ where: { bankLineId: line.id } })
    const { undoneAt } = await db().bankStatement.findUniqueOrThrow({ where: { id: statementId } })
    expect(paid).toBe(undoneAt ? 0 : 1)
  })

  test('only by who keeps the dues; an unknown one is not found', async () => {
    const plain = await contextFor(db(), built.actives[0]!)
    const { statementId } = await given(csv(['07/06/2026', 'VIR', '13,00']))
    expect((await refusalOf(undoStatement(plain, statementId))).status).toBe(403)
    expect((await refusalOf(undoStatement(ctx, '019a0000-0000-7000-8000-000000000000'))).status).toBe(404)
  })
})

describe('a file is looked at before anything is written', () => {
  const unknown = bytesOf('Jour op;Objet;Somme op;Mvt\n01/07/2026;VIR ROUX;50,00;D\n02/07/2026;PRLV EDF;80,00;C\n')

  test('its columns are asked, what is said of them is kept for the next file of that form', async () => {
    const odd = bytesOf('Quand;Quoi;Euros;Note\n01/07/2026;VIR LOUP MARIE;50,00;x\n02/07/2026;EDF;-80,00;y\n')
    const id = await startStatement(ctx, { fileName: 'odd.csv', bytes: odd })
    const page = await statementPreview(ctx, id)
    expect(page).toMatchObject({ guessed: true, ready: true, columns: [{ role: 'on' }, { role: 'label' }, { role: 'amount' }, {}] }) // prettier-ignore
    await answerStatement(ctx, id, { 'column:3': 'label' })
    const statementId = await confirmStatement(ctx, id)
    expect(await confirmStatement(ctx, id)).toBe(statementId)
    expect(await labels(statementId)).toEqual(['VIR LOUP MARIE · x'])
    const next = bytesOf('Quand;Quoi;Euros;Note\n03/07/2026;VIR ZOLA EMILE;50,00;z\n04/07/2026;EDF;-80,00;y\n')
    expect((await statementPreview(ctx, await startStatement(ctx, { fileName: 'next.csv', bytes: next }))).columns[3]).toMatchObject({ role: 'label' }) // prettier-ignore
  })

  test('a direction given in words of no known column is read by what it holds', async () => {
    const { operations } = await statementPreview(ctx, await startStatement(ctx, { fileName: 'x', bytes: unknown }))
    expect(operations.map(({ cents }) => cents)).toEqual([-5_000, 8_000])
  })

  test('counts every row; the refused ones can be taken away with their reason, before and after', async () => {
    const bytes = new Uint8Array(readFileSync('test/fixtures/statements/lignes-diverses.csv'))
    const id = await startStatement(ctx, { fileName: 'divers.csv', bytes })
    const page = await statementPreview(ctx, id)
    expect(page.counts).toEqual({ read: 1, asked: 0, refused: 5, passed: 4 })
    expect(page.totals).toMatchObject({ credits: 1, creditCents: 5_000, debits: 0, sumCents: 5_000, gapCents: 0 })
    const before = await (await refusedRowsFile(ctx, id)).text()
    expect(before).toContain('La date manque.')
    const statementId = await confirmStatement(ctx, id)
    expect(await (await refusedRowsFile(ctx, statementId)).text()).toBe(before)
    expect((await db().statementDraft.findUniqueOrThrow({ where: { id } })).bytes).toBeNull()
  })

  test('given up, nothing of it is kept', async () => {
    const id = await startStatement(ctx, { fileName: 'x', bytes: unknown })
    await dropStatement(ctx, id)
    expect((await refusalOf(statementPreview(ctx, id))).status).toBe(404)
    expect(await db().statementDraft.count({ where: { id } })).toBe(0)
  })

  test('left a day, the night erases it; what was imported keeps its statement without a file', async () => {
    const left = await startStatement(ctx, { fileName: 'laissé.csv', bytes: unknown })
    const taken = await startStatement(ctx, { fileName: 'x', bytes: csv(['14/11/2026', 'VIR GARDE', '12,00']) })
    const statementId = await confirmStatement(ctx, taken)
    const night = async (minutes: number) => {
      await runRetentionNight({ db: db(), actor: null, now: ctx.now.add({ minutes }) })
      return db().statementDraft.findUnique({ where: { id: left } })
    }
    expect((await night(24 * 60 - 1))?.bytes).not.toBeNull()
    expect((await night(24 * 60))?.bytes).not.toBeNull()
    expect(await night(24 * 60 + 1)).toBeNull()
    expect((await refusalOf(confirmStatement(ctx, left))).status).toBe(404)
    expect(await confirmStatement(ctx, taken)).toBe(statementId)
    expect((await db().statementDraft.findUniqueOrThrow({ where: { id: taken } })).bytes).toBeNull()
  })
})
