import { afterAll, beforeAll, expect, test } from 'vitest'
import { startImport } from '~/members/import/start-import.server'
import { dateColumn } from '~/platform/dates'
import {
  addCoordinator,
  buildAssociation,
  contextFor,
  cookieFor,
  type BuiltAssociation,
  type BuiltMember,
} from '../../support/builders'
import { useDatabase } from '../../support/database'
import { serveSite, wholeSite } from '../../support/site'

const db = useDatabase()
let site: Awaited<ReturnType<typeof serveSite>>
let association: BuiltAssociation
let trial: string

beforeAll(async () => {
  association = await buildAssociation(db(), { founders: 3, actives: 1 })
  await db().association.update({ where: { id: 1 }, data: { installedOn: dateColumn('2026-01-10') } })
  site = await serveSite(await wholeSite())
  const ctx = await contextFor(db(), secretary())
  const id = await startImport(ctx, {
    bytes: Buffer.from('Nom;Prénom;Courriel;Code postal\nBRUN;Lucie;lucie.brun@exemple.fr;94200\n'),
    fileName: 'adhérents.csv',
    defaultCategory: 'active',
    defaultAdmitted: '2026-02-03',
  })
  trial = `/membres/import/${id}`
})
afterAll(() => site.stop())

const president = () => association.founders[0]!
const secretary = () => association.founders[1]!
type Who = Pick<BuiltMember, 'accountId'>

async function ask(who: Who, path: string, fields?: Record<string, string>) {
  const answer = await fetch(site.base + path, {
    headers: { cookie: await cookieFor(db(), who), origin: site.base },
    redirect: 'manual',
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  })
  const html = await answer.text()
  const text = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<!-- -->|&nbsp;/g, '')
    .replace(/&#x27;/g, '’')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
  return { status: answer.status, to: answer.headers.get('location') ?? '', html, text }
}
const ANNOUNCED = { create: '1', change: '0' }
const CITED = { source: 'Bureau du 3 février 2026', decidedOn: '2026-02-03', why: 'réunion tenue sur papier' }

test('who keeps no seat in the Bureau reads the trial, and who can propose it', async () => {
  const { text, status } = await ask(await addCoordinator(db(), ['members.write']), trial)
  expect(status).toBe(200)
  expect(text).toContain('1 membre à créer')
  expect(text).toContain('Un membre du Bureau qui tient le registre peut ouvrir cette page et proposer cet import.')
  expect(text).not.toContain('Acte cité')
})

test('the trial asks for the act; written directly it is refused; badly cited, what was typed is kept', async () => {
  const page = await ask(secretary(), trial)
  expect(page.text).toMatch(/Ce membre entrera par une reprise ?: citez la décision qui l’admet, un second membre/)
  expect(page.text).toContain('L’admission est du 3 février 2026 : l’acte cité est de ce jour ou d’avant.')
  expect(page.text).toContain('Proposer cet import')
  const direct = await ask(secretary(), trial, ANNOUNCED)
  expect([direct.status, direct.text]).toEqual([409, expect.stringContaining('L’installation est close')])
  const late = await ask(secretary(), trial, { intent: 'propose', ...ANNOUNCED, ...CITED, decidedOn: '2026-02-04' })
  expect(late.status).toBe(400)
  expect(late.html).toContain('value="Bureau du 3 février 2026"')
  expect(late.text).toContain('avant l’acte qui le décide')
  expect(await db().reprise.count()).toBe(0)
})

test('proposed, it is read and signed on the page of the reprise; its trial says that it waits, then that it is done', async () => {
  const { status, to } = await ask(secretary(), trial, { intent: 'propose', ...ANNOUNCED, ...CITED })
  expect([status, to]).toEqual([302, expect.stringMatching(/^\/reprises\/[0-9a-f-]{36}$/)])
  expect((await ask(secretary(), trial)).text).toContain('Cet import attend une seconde signature')
  const reprise = await ask(president(), to)
  expect(reprise.text).toContain('1 membre du fichier « adhérents.csv » entre au registre.')
  expect(reprise.text).toMatch(/Lucie BRUN/i)
  expect(reprise.html).toContain(`href="${trial}"`)
  const read = await ask(president(), to, { intent: 'sign' })
  expect(read.text).toContain('Vérifiez : votre signature')
  const seal = /name="verified" value="(\w+)"/.exec(read.html)?.[1] ?? ''
  expect((await ask(president(), to, { intent: 'sign', verified: seal })).status).toBe(302)
  expect((await ask(president(), trial)).text).toContain('Import terminé')
  const entered = await db().member.findFirstOrThrow({ where: { email: 'lucie.brun@exemple.fr' } })
  expect(entered).toMatchObject({ lastName: 'BRUN', category: 'active' })
})
