import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installAssociation, installationCode } from '~/offices/install-association.server'
import type { Installation } from '~/offices/installation.form'
import { reloadEnv } from '~/platform/env.server'
import { TEST_NOW } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()

const input = (): Installation => ({
  code: installationCode(),
  name: 'CPTS des Deux Rives',
  object: 'Santé du territoire',
  seatStreet: '1 place de la Mairie',
  postcode: '94200',
  town: 'Ivry-sur-Seine',
  email: 'contact@deux-rives.example',
  rna: null,
  siret: null,
  adoptedOn: '2020-01-15',
  adoptedBy: 'assemblée générale constitutive',
  civility: 'Dr',
  lastName: 'Martin',
  firstName: 'Anne',
  presidentEmail: 'anne.martin@example.org',
  electedOn: '2026-06-10',
})
const install = (given: Installation, clientIp = '192.0.2.1') =>
  installAssociation({ db: db(), now: TEST_NOW }, given, { device: 'test', clientIp })

describe('first use of an empty database', () => {
  beforeAll(() => {
    process.env.MAIL_BOUNCE_ADDRESS = 'retours@cpts.test'
    process.env.BOUNCE_IMAP_URL = 'imap://retours:secret@localhost'
    reloadEnv()
  })
  afterAll(() => {
    delete process.env.MAIL_BOUNCE_ADDRESS
    delete process.env.BOUNCE_IMAP_URL
    reloadEnv()
  })

  it('refuses a code that is not the server’s, and a statutes file with faults, beside the field', async () => {
    await expect(install({ ...input(), code: 'devine' })).rejects.toMatchObject({
      status: 400,
      fieldErrors: { code: [expect.any(String)] },
    })
    await expect(install({ ...input(), statutes: '{"format":"cpts-statutes/1"}' })).rejects.toMatchObject({
      status: 400,
    })
    expect(await db().association.count()).toBe(0)
  })

  it('a network that guesses the code is refused after ten tries, and no other with it', async () => {
    const guess = (clientIp: string) => install({ ...input(), code: 'devine' }, clientIp)
    for (let tries = 0; tries < 10; tries += 1)
      await expect(guess('198.51.100.9')).rejects.toMatchObject({ status: 400 })
    await expect(guess('198.51.100.9')).rejects.toMatchObject({ status: 429 })
    await expect(install(input(), '198.51.100.9')).rejects.toMatchObject({ status: 429 })
    await expect(guess('203.0.113.9')).rejects.toMatchObject({ status: 400 })
  })

  it('writes association, statutes and President, and tries the box of returns, once, however many press at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => install(input())))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().statutesVersion.count()).toBe(1)
    expect(await db().mandate.findMany({ select: { office: true, member: { select: { category: true } } } })).toEqual([
      { office: 'president', member: { category: 'founder' } },
    ])
    const trial = { template: 'box-trial', toAddress: { startsWith: 'retours+' } }
    expect(await db().mail.count({ where: trial })).toBe(1)
  })
})
