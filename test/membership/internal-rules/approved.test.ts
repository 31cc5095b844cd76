import { beforeEach, describe, expect, it } from 'vitest'
import { approvingVotes } from '~/membership/internal-rules/approving-votes.server'
import { internalRulesOn } from '~/membership/internal-rules/in-force.server'
import { proposeInternalRules } from '~/membership/internal-rules/propose-internal-rules.server'
import { recordInternalRules } from '~/membership/internal-rules/record-internal-rules.server'
import { refuseReprise } from '~/membership/reprises/close-reprise.server'
import { signReprise } from '~/membership/reprises/sign-reprise.server'
import { dateColumn } from '~/platform/dates'
import { refusalOf } from '../../members/support'
import { buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase } from '../../support/joining'
import { CITED } from '../../support/reprises'

const db = useDatabase()
let association: BuiltAssociation
const as = (rank: number) => contextFor(db(), association.founders[rank]!)
const secretary = () => as(1)
const file = {
  bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46]),
  fileName: 'ri.pdf',
  mime: 'application/pdf',
  inline: true,
}

beforeEach(async () => {
  await emptyDatabase(db())
  association = await buildAssociation(db(), { actives: 1 })
  await db().association.update({ where: { id: 1 }, data: { installedOn: dateColumn('2027-01-10') } })
})

/** A resolution adopted by a body in a meeting held on 3 May 2027. */
async function adopted(body: 'bureau' | 'ago', more: Record<string, unknown> = {}) {
  const meeting = await buildMeeting(db(), association, { body, date: '2027-05-03', state: 'OPEN', resolutions: [{}] })
  const id = meeting.resolutionIds[0]!
  await db().resolution.update({ where: { id }, data: { state: 'ADOPTED', ...more } })
  await db().meeting.update({ where: { id: meeting.id }, data: { state: 'CLOSED' } })
  return id
}
const record = async (resolutionId: string, effectiveFrom = '2027-05-10') =>
  recordInternalRules(await secretary(), { resolutionId, effectiveFrom, file })

describe('18-a once the installation is closed, the Bureau approves', () => {
  it('a day of approval typed by hand is refused with the article', async () => {
    const typed = { approvedOn: '2027-05-01', effectiveFrom: '2027-05-10', file }
    const refusal = await refusalOf(recordInternalRules(await secretary(), typed))
    expect(refusal).toMatchObject({ status: 409, reasons: [{ rule: '18-a' }] })
    expect(await db().internalRules.count()).toBe(0)
  })

  it('the vote that approved it gives the day, names the version, and serves once, pressed twice at once or later', async () => {
    const id = await adopted('bureau')
    const tries = await Promise.allSettled([record(id), record(id)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().internalRules.findFirstOrThrow()).toMatchObject({
      approvedOn: dateColumn('2027-05-03'),
      resolutionId: id,
      repriseId: null,
    })
    expect((await refusalOf(record(id))).fieldErrors.resolutionId).toBeDefined()
    expect(await approvingVotes(db())).toEqual([])
  })

  it('in force the eve of its publication, that day, the next', async () => {
    const id = await adopted('bureau')
    expect((await refusalOf(record(id, '2027-05-09'))).fieldErrors.effectiveFrom).toBeDefined()
    expect(await record(id, '2027-05-10')).toBe(1)
    expect(await record(await adopted('bureau'), '2027-05-11')).toBe(2)
  })

  it('a vote of an assembly, one rejected, one that does something else, one of a session still open: not an approval', async () => {
    const effect = { kind: 'set-dues', year: 2028, dueOn: '2028-03-31', amounts: { active: 5000 }, lateJoiners: 'FULL' }
    const others = [
      await adopted('ago'),
      await adopted('bureau', { state: 'REJECTED' }),
      await adopted('bureau', { effect }),
    ]
    const open = await adopted('bureau')
    const { meetingId } = await db().resolution.findUniqueOrThrow({ where: { id: open } })
    await db().meeting.update({ where: { id: meetingId }, data: { state: 'OPEN' } })
    for (const id of [...others, open]) expect((await refusalOf(record(id))).fieldErrors.resolutionId).toBeDefined()
  })
})

describe('18-a a text approved outside this software', () => {
  const propose = async (more = {}) =>
    proposeInternalRules(await secretary(), { ...CITED, effectiveFrom: '2027-03-10', file, ...more })

  it('is published by the second signature, as it was kept, and not before', async () => {
    const id = await propose()
    expect(await internalRulesOn(db(), '2027-05-10')).toBeNull()
    const signers = await Promise.all([as(0), as(2)])
    const tries = await Promise.allSettled(signers.map((ctx) => signReprise(ctx, { id })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await internalRulesOn(db(), '2027-03-10')).toMatchObject({ version: 1, approvedOn: '2027-03-10' })
    expect(await internalRulesOn(db(), '2027-03-09')).toBeNull()
    expect(await db().internalRules.findFirstOrThrow()).toMatchObject({ repriseId: id, resolutionId: null })
  })

  it('refused: nothing is published; a day before the approval, another file than a PDF: nothing is kept at all', async () => {
    const id = await propose()
    await refuseReprise(await as(0), { id, refusal: 'Ce n’est pas le texte approuvé.' })
    expect(await db().internalRules.count()).toBe(0)
    const kept = await db().document.count()
    expect((await refusalOf(propose({ effectiveFrom: '2027-03-09' }))).fieldErrors.decidedOn).toBeDefined()
    expect((await refusalOf(propose({ file: { ...file, mime: 'image/png' } }))).fieldErrors.file).toBeDefined()
    expect(await db().document.count()).toBe(kept)
  })
})
