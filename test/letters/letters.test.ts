import { beforeAll, describe, expect, it } from 'vitest'
import { letterFile, lettersToPost } from '~/letters/letter-file.server'
import { readLetterFilters } from '~/letters/letter-filters'
import { letterListPage } from '~/letters/letter-list.query.server'
import { letterPage, ownLetterPage } from '~/letters/letter-page.query.server'
import { letterPiece } from '~/letters/letter-piece.server'
import { ownLetters } from '~/letters/own-letters.query.server'
import { recordExplanation } from '~/letters/record-explanation.server'
import { recordLetterStep } from '~/letters/record-letter-step.server'
import { withdrawUnsent, writeLetter } from '~/letters/write-letter.server'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { v7 } from '~/platform/uuid.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { morning, nightly } from '../support/ladder'

const db = useDatabase()
let built: BuiltAssociation
const as = (person: { accountId: string } | undefined, day = '2027-06-01') =>
  contextFor(db(), person ?? { accountId: '' }, morning(day))
const president = (day?: string) => as(built.founders[0], day)
const secretary = () => as(built.founders[1])
const treasurer = (day?: string) => as(built.founders[2], day)
const vice = () => as(built.founders[3])
const content = {
  subject: 'Objet de la lettre',
  greeting: 'Madame, Monsieur,',
  paragraphs: ['Les faits.', 'La suite.'],
  facts: [['Somme', '50,00 €'] as const],
  closing: 'Salutations.',
  signer: { name: 'Dr Fondateur 1', title: 'Présidence' },
}
const subjects = [1, 2, 3, 4].map(() => v7(morning('2027-05-01').epochMilliseconds))
const write = (
  kind: 'dues-formal-notice' | 'dues-decision' | 'exclusion-notice',
  who: { id: string },
  subject: number,
) =>
  transact(db(), (tx) =>
    writeLetter(tx, nightly(db(), '2027-05-30'), {
      memberId: who.id,
      kind,
      subjectId: subjects[subject] ?? '',
      content,
    }),
  )
const pdf = {
  bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46]),
  fileName: 'preuve.pdf',
  mime: 'application/pdf',
  inline: true,
}
let dues: string, decision: string, exclusion: string

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 5, actives: 3, honorary: 0 })
  await db().mandate.create({
    data: {
      office: 'vice-president', memberId: built.founders[3]!.id, holderName: built.founders[3]!.label,
      from: dateColumn('2025-06-10'), termEnd: dateColumn('2028-06-10'), source: 'AGO',
    },
  }) // prettier-ignore
  dues = await write('dues-formal-notice', built.actives[0]!, 0)
  decision = await write('dues-decision', built.actives[0]!, 1)
  exclusion = await write('exclusion-notice', built.founders[3]!, 2)
})

describe('3.5 registered letters, who handles them', () => {
  it('each kind to its power; nobody handles a case against himself', async () => {
    const kinds = async (ctx: Awaited<ReturnType<typeof as>>) =>
      (await letterListPage(ctx, readLetterFilters(new URLSearchParams()), null)).lines.map(({ id }) => id).sort()
    expect(await kinds(await treasurer())).toEqual([dues, decision].sort())
    expect(await kinds(await president())).toEqual([dues, decision, exclusion].sort())
    expect(await kinds(await vice())).toEqual([])
    for (const ctx of [await treasurer(), await vice(), await secretary()])
      await expect(letterPage(ctx, exclusion)).rejects.toMatchObject({ status: 404 })
    await expect(letterFile(await as(built.actives[0]), dues)).rejects.toMatchObject({ status: 404 })
    expect((await lettersToPost(await treasurer())).bytes.length).toBeGreaterThan(1000)
  })

  it('finds by member and by number; counts what is to post', async () => {
    const found = await letterListPage(await treasurer(), readLetterFilters(new URLSearchParams('q=actif 1')), null)
    expect(found.lines).toHaveLength(2)
    expect(found.counts).toMatchObject({ toPost: 2, underWay: 0 })
  })

  it('replaces itself before its deposit; without an address it is not written', async () => {
    expect(await write('dues-formal-notice', built.actives[0]!, 0)).toBe(dues)
    await db().member.update({ where: { id: built.actives[1]!.id }, data: { street: null } })
    await expect(write('dues-formal-notice', built.actives[1]!, 3)).rejects.toThrow('adresse postale')
  })
})

describe('3.5 electronic registered letter', () => {
  const electronic = (on: string) =>
    ({ step: 'deposited', on, channel: 'ELECTRONIC', provider: 'Opérateur', postalNumber: 'R-1' }) as const
  it.each([
    ['2027-06-02', false],
    ['2027-06-03', true],
    ['2027-06-04', true],
  ])('agreed on 3 June, sent on %s: %s', async (on, accepted) => {
    const member = built.actives[2]!
    await db().member.update({
      where: { id: member.id },
      data: { registeredLetterConsentOn: dateColumn('2027-06-03') },
    })
    const subjectId = v7(morning(on).epochMilliseconds)
    const letterId = await transact(db(), (tx) =>
      writeLetter(tx, nightly(db(), '2027-06-01'), {
        memberId: member.id,
        kind: 'dues-formal-notice',
        subjectId,
        content,
      }),
    )
    const sent = recordLetterStep(await treasurer('2027-06-05'), { letterId, ...electronic(on) })
    if (accepted) await sent
    else await expect(sent).rejects.toMatchObject({ fieldErrors: { channel: [expect.any(String)] } })
  })

  it('without a postal address, it is written to leave so, and is not printed with those to post', async () => {
    const member = built.actives[1]!
    await db().member.update({
      where: { id: member.id },
      data: { street: null, registeredLetterConsentOn: dateColumn('2027-01-01') },
    })
    const counts = async () =>
      (await letterListPage(await treasurer(), readLetterFilters(new URLSearchParams()), null)).counts
    const before = await counts()
    const letterId = await write('dues-formal-notice', member, 3)
    expect(await letterPage(await treasurer(), letterId)).toMatchObject({ channel: 'ELECTRONIC', depositedOn: null })
    expect(await counts()).toMatchObject({ toPost: before.toPost + 1, toPrint: before.toPrint })
  })
})

describe('6.4-b the proofs and the answer', () => {
  it('keeps a scan that only who handles the letter, or its member, may open', async () => {
    const deposit = { step: 'deposited', on: '2027-06-01', channel: 'POSTAL', postalNumber: '1A 55' } as const
    await recordLetterStep(await treasurer('2027-06-01'), { letterId: dues, ...deposit, proof: pdf })
    await expect(recordLetterStep(await treasurer('2027-06-02'), { letterId: dues, ...deposit })).rejects.toMatchObject(
      { status: 409 },
    )
    const { proofDocumentId } = await db().registeredLetter.findUniqueOrThrow({ where: { id: dues } })
    expect((await letterPiece(await as(built.actives[0]), dues, proofDocumentId!)).document.title).toContain('Dépôt')
    await expect(letterPiece(await secretary(), dues, proofDocumentId!)).rejects.toMatchObject({ status: 404 })
    await expect(letterPiece(await treasurer(), decision, proofDocumentId!)).rejects.toMatchObject({ status: 404 })
  })

  it('is shown to its member once posted, and to nobody else', async () => {
    expect(await ownLetters(await as(built.actives[0]))).toMatchObject([{ id: dues, answered: false }])
    expect(await ownLetterPage(await as(built.actives[0]), dues)).toMatchObject({ depositedOn: '2027-06-01' })
    await expect(ownLetterPage(await as(built.actives[1]), dues)).rejects.toMatchObject({ status: 404 })
    await expect(ownLetterPage(await vice(), exclusion)).rejects.toMatchObject({ status: 404 })
  })

  it('takes an answer to a letter that asks one, from its deposit on', async () => {
    const said = { text: 'Voici.', source: 'letter', receivedOn: '2027-06-01' } as const
    await expect(recordExplanation(await treasurer(), { letterId: decision, ...said })).rejects.toThrow(
      'n’appelle pas de réponse',
    )
    const early = recordExplanation(await treasurer(), { letterId: dues, ...said, receivedOn: '2027-05-31' })
    await expect(early).rejects.toMatchObject({ fieldErrors: { receivedOn: [expect.any(String)] } })
    await recordExplanation(await as(built.actives[0]), { letterId: dues, ...said, source: 'online' })
    expect(await ownLetters(await as(built.actives[0]))).toMatchObject([{ answered: true }])
  })

  it('a letter that was posted is not taken back', async () => {
    const subjectIds = [subjects[0]!, subjects[1]!]
    const taken = await transact(db(), (tx) =>
      withdrawUnsent(tx, nightly(db(), '2027-06-03'), { kind: 'dues-formal-notice', subjectIds }),
    )
    expect(taken).toBe(0)
  })
})
