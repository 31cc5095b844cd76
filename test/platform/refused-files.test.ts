import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as entry from '~/entry.server'
import * as root from '~/root'
import * as receipt from '~/routes/recus.$id[.]pdf'
import * as ownJson from '~/routes/mes-donnees[.]json'
import * as memberExport from '~/routes/membres.export'
import { buildAssociation, contextFor, cookieFor } from '../support/builders'
import { useDatabase } from '../support/database'
import { duesRow, pay } from '../support/ledger'
import { serveSite, siteOf } from '../support/site'

const db = useDatabase()
let site: Awaited<ReturnType<typeof serveSite>>
let base = ''
let cookie = ''
/** the receipt of somebody else */
let another = ''

const PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const NOBODY = '019acb1e-7f3a-7c11-9a55-0d2f6a1b3c4d'
const breaking = {
  default: undefined,
  loader: () => {
    throw new Error('the drawer is stuck')
  },
}

const files: ServerBuild['routes'][string][] = [
  { id: 'root', path: '', module: { ...root, meta: undefined } },
  ...[
    { id: 'receipt', path: 'recus/:id.pdf', module: { default: undefined, ...receipt } },
    { id: 'ownJson', path: 'mes-donnees.json', module: { default: undefined, ...ownJson } },
    { id: 'memberExport', path: 'membres/export', module: { default: undefined, ...memberExport } },
    { id: 'breaking', path: 'cassé', module: breaking },
  ].map((file) => ({ ...file, parentId: 'root' })),
]

beforeAll(async () => {
  const { actives, founders } = await buildAssociation(db(), { actives: 1, settled: false })
  const [member, [president]] = [actives[0], founders]
  if (!member || !president) throw new Error('members are missing')
  cookie = await cookieFor(db(), member)
  const dues = await duesRow(db(), president.id, 2027)
  await pay(await contextFor(db(), president), [{ duesId: dues.id, amountCents: 5000 }])
  another = (await db().receipt.findFirstOrThrow()).id
  site = await serveSite(siteOf(files, entry))
  base = site.base
})
afterAll(() => site.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { redirect: 'manual', headers: { accept: PAGE, ...headers } })

describe('a file that is not for whoever asks', () => {
  test.each([
    `/recus/${NOBODY}.pdf`,
    '/recus/pas-un-numero.pdf',
    `/mes-donnees.json?membre=${NOBODY}`,
    '/membres/export',
  ])('signed in, %s answers 404 with the page of the site', async (path) => {
    const answer = await get(path, { cookie })
    const text = await answer.text()
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).toContain('Cette page n’existe pas')
    expect(text).toContain('Mme Actif 1')
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    expect(text).toContain(`nonce="${nonce}"`)
  })

  test('one that exists for others and one that does not are told apart by nothing', async () => {
    const bare = (text: string) => text.replace(/nonce="[^"]+"|"nonce":"[^"]+"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    const [theirs, none] = await Promise.all([
      get(`/recus/${another}.pdf`, { cookie }),
      get(`/recus/${NOBODY}.pdf`, { cookie }),
    ])
    expect(theirs.status).toBe(404)
    expect(bare(await theirs.text())).toBe(bare(await none.text()))
  })

  test('nobody signed in: the sign-in page, whatever stands behind', async () => {
    for (const path of [`/recus/${NOBODY}.pdf`, '/membres/export', '/mes-donnees.json']) {
      const answer = await get(path)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(`/connexion?vers=${encodeURIComponent(path)}`)
    }
  })

  test('a fault of ours: 500, the same page with the number of the log, not a word of the fault', async () => {
    const answer = await get('/cass%C3%A9', { cookie })
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text).toContain('Le service a rencontré une erreur')
    expect(text).toContain(answer.headers.get('x-request-id'))
    expect(text).not.toContain('drawer')
  })

  test('a program that asks for no page gets the bare status', async () => {
    const answer = await get(`/recus/${NOBODY}.pdf`, { cookie, accept: 'application/pdf' })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).not.toContain('text/html')
  })

  test('what is his is still given as it is', async () => {
    const answer = await get('/mes-donnees.json', { cookie })
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.json()).toMatchObject({ member: 'Mme Actif 1' })
  })
})
