import { beforeAll, expect, it } from 'vitest'
import { internalRulesOn } from '~/membership/internal-rules/in-force.server'
import { recordInternalRules } from '~/membership/internal-rules/record-internal-rules.server'
import type { Context } from '~/platform/context'
import { buildAssociation, contextFor } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { refusalOf } from '../../members/support'

const db = useDatabase()
let secretary: Context
let plain: Context
const pdf = {
  bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46]),
  fileName: 'ri.pdf',
  mime: 'application/pdf',
  inline: true,
}
const version = (approvedOn: string, effectiveFrom: string, file = pdf) => ({ approvedOn, effectiveFrom, file })

beforeAll(async () => {
  const { founders, actives } = await buildAssociation(db(), { actives: 1 })
  secretary = await contextFor(db(), founders[1] ?? { accountId: '' })
  plain = await contextFor(db(), actives[0] ?? { accountId: '' })
})

it('18-a versions follow each other, and the one of the day is in force', async () => {
  expect(await internalRulesOn(db(), '2027-05-10')).toBeNull()
  expect(await recordInternalRules(secretary, version('2027-01-10', '2027-02-01'))).toBe(1)
  expect(await recordInternalRules(secretary, version('2027-05-10', '2027-06-01'))).toBe(2)
  expect(await internalRulesOn(db(), '2027-01-31')).toBeNull()
  expect(await internalRulesOn(db(), '2027-05-31')).toMatchObject({ version: 1, approvedBy: 'Bureau' })
  expect(await internalRulesOn(db(), '2027-06-01')).toMatchObject({ version: 2 })
})

it('18-a an approval to come, a version before the last, another file than a PDF are refused', async () => {
  const refused = async (input: ReturnType<typeof version>) =>
    Object.keys((await refusalOf(recordInternalRules(secretary, input))).fieldErrors)
  expect(await refused(version('2027-05-11', '2027-07-01'))).toEqual(['approvedOn'])
  expect(await refused(version('2027-05-10', '2027-05-31'))).toEqual(['effectiveFrom'])
  expect(await refused(version('2027-05-10', '2027-07-01', { ...pdf, mime: 'image/png' }))).toEqual(['file'])
})

it('18-a two versions published at once get two numbers; a plain member publishes none', async () => {
  const both = await Promise.all([1, 2].map(() => recordInternalRules(secretary, version('2027-05-10', '2027-07-01'))))
  expect(both.toSorted()).toEqual([3, 4])
  expect((await refusalOf(recordInternalRules(plain, version('2027-05-10', '2027-07-01')))).status).toBe(403)
})
