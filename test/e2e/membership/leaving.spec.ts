import type { Page } from '@playwright/test'
import { z } from 'zod'
import { enterAs, PEOPLE } from '../demo/audience'
import { axeFaults } from '../demo/inspect'
import { askOne } from '../demo/meetings'
import { press, startStory, today, visit, type Story } from '../demo/story'
import { expect, test } from '../support/fixtures'
import { MAIL_FRAME, readMail } from './mail'
import { addressOf, plain, readPdf } from '../support/papers'
import { confirmAct } from '../support/submit'

/** She owes this year's dues. */
const LEAVER = 'Nadia Haddad'
const SECRETARY = 'Claire Nguyen'

let story: Story
let secretary: Page
let leaver: Page
let sheet: string
let email: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  secretary = await visit(browser, story, SECRETARY)
  leaver = await visit(browser, story, LEAVER, { phone: true })
  const find = (column: string) =>
    askOne(story.databaseUrl, `select "${column}" from "Member" where "lastName" = 'Haddad'`)
  sheet = `/membres/${await find('id')}`
  email = await find('email')
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  for (const page of [secretary, leaver]) consoleWatch.watch(page.context())
  consoleWatch.expectConsoleError(MAIL_FRAME)
})

/** Her own page names the office of whoever looked; the log of the President and the secretary, the person. */
const looks = () => leaver.getByRole('row', { name: /secrétariat.*Fiche du membre/ })

test('a member reads all that is kept of her, and takes it away', async () => {
  await leaver.goto('/compte')
  await leaver.getByRole('link', { name: 'Mes données' }).click()
  await expect(leaver.getByRole('heading', { level: 1, name: 'Mes données' })).toBeVisible()
  const shown = plain(await leaver.locator('main').innerText())
  for (const known of [email, 'psychologue', 'Saint-Maur-des-Fossés', 'Cotisations']) expect(shown).toContain(known)
  expect(await axeFaults(leaver)).toEqual([])

  const json = await leaver.request.get(await addressOf(leaver, 'Télécharger en JSON'))
  expect(json.headers()['content-disposition']).toContain('attachment')
  const kept = z.object({ identity: z.array(z.record(z.string(), z.unknown())) }).parse(await json.json())
  expect(kept.identity[0]).toMatchObject({ email, town: 'Saint-Maur-des-Fossés' })
  const pdf = await readPdf(leaver, await addressOf(leaver, 'Télécharger en PDF'))
  for (const known of [email, 'psychologue', 'Identité et coordonnées']) expect(pdf).toContain(known)
})

test('who looked is written: she reads that the secretary opened her sheet', async ({ browser }) => {
  await leaver.goto('/mes-donnees')
  await expect(looks()).toHaveCount(0)
  await secretary.goto(sheet)
  await expect(secretary.getByRole('heading', { level: 1, name: LEAVER })).toBeVisible()
  await leaver.goto('/mes-donnees')
  await expect(looks()).toHaveCount(1)

  await secretary.goto('/acces-aux-donnees?q=Haddad')
  await expect(secretary.getByRole('row').filter({ hasText: SECRETARY }).first()).toContainText(LEAVER)
  expect(await axeFaults(secretary)).toEqual([])
  const other = await visit(browser, story, PEOPLE.active)
  expect((await other.request.get('/acces-aux-donnees')).status()).toBe(404)
  expect((await other.request.get(sheet)).status()).toBe(404)
  await other.context().close()
})

test('she resigns: what follows is said before, her name confirms, it takes effect at once', async ({
  consoleWatch,
}) => {
  consoleWatch.expectConsoleError(/status of 400/)
  await leaver.goto('/compte')
  await leaver.getByRole('link', { name: 'Quitter l’association' }).click()
  await expect(leaver.getByText(/reste due/).first()).toBeVisible()
  const renew = leaver.getByRole('link', { name: 'Confirmer mon identité' })
  if (await renew.isVisible()) {
    await renew.click()
    await press(leaver, 'Confirmer mon identité (démonstration)')
  }
  expect(await axeFaults(leaver)).toEqual([])
  const name = leaver.getByLabel('Pour confirmer, écrivez le nom')
  await name.fill('Haddad')
  await press(leaver, 'Démissionner')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await name.fill(LEAVER)
  await press(leaver, 'Démissionner')
  await expect(leaver.getByRole('heading', { level: 1, name: 'Démission enregistrée' })).toBeVisible()
  expect(await axeFaults(leaver)).toEqual([])
  await leaver.goto('/compte')
  await expect(leaver).toHaveURL(/\/connexion/)
  const told = await readMail(leaver, email, /démission/i)
  expect(told).toMatch(/60,00\s€/)
})

test('the register, the sheet and the mails follow; she still finds her data and what she owes', async () => {
  await secretary.goto('/membres/registre')
  await expect(secretary.getByRole('row', { name: /^Vasseur Hélène/ })).toBeVisible()
  await expect(secretary.getByRole('row', { name: /^Haddad Nadia/ })).toHaveCount(0)
  await secretary.goto(sheet)
  await expect(secretary.getByText('Démission').first()).toBeVisible()
  expect(await axeFaults(secretary)).toEqual([])

  await leaver.goto('/connexion')
  await leaver.getByLabel('Votre adresse de courriel').fill(email)
  await press(leaver, 'Recevoir le lien')
  await expect(leaver.getByRole('heading', { name: 'Lisez le lien dans la démonstration' })).toBeVisible()
  const mail = await readMail(leaver, email, /connexion/)
  await leaver.goto(new URL(mail.match(/https?:\S+\/connexion\/\S+/)?.[0] ?? '').pathname)
  await press(leaver, 'Me connecter')
  await expect(leaver).not.toHaveURL(/\/connexion/)
  await leaver.goto('/compte')
  await expect(leaver.getByText(/1\scotisation à régler/)).toBeVisible()
  expect(await axeFaults(leaver)).toEqual([])
  await leaver.getByRole('link', { name: 'Mes cotisations' }).click()
  await expect(leaver.getByRole('heading', { name: 'Ce que je dois' })).toBeVisible()
  expect(await readPdf(leaver, await addressOf(leaver, /^Attestation/))).toContain(LEAVER)
  await leaver.goto('/mes-donnees')
  await expect(leaver.getByText('Démission').first()).toBeVisible()
  expect(await axeFaults(leaver)).toEqual([])
})

/** The act that a reprise cites, by an officer who has just proved who she is. */
async function cite(act: string, on: string) {
  await secretary.getByLabel('Acte cité').fill(act)
  await secretary.getByLabel('Acte daté du').fill(on)
  await secretary.getByLabel('Pourquoi il n’est pas passé par le logiciel').fill('Reçu sur papier.')
  expect(await axeFaults(secretary)).toEqual([])
}

async function enterAnew(path: string) {
  await enterAs(secretary, PEOPLE.president)
  await enterAs(secretary, SECRETARY)
  await secretary.goto(path)
}

async function proposeAndSign() {
  await press(secretary, 'Proposer cette reprise')
  await expect(secretary).toHaveURL(/\/reprises\/[0-9a-f-]{36}$/)
  const reprise = new URL(secretary.url()).pathname
  await enterAs(secretary, PEOPLE.president)
  await secretary.goto(reprise)
  await press(secretary, 'Signer cette reprise')
  await confirmAct(secretary, 'Signer et enregistrer')
  await enterAs(secretary, SECRETARY)
}

test('a category decided on paper: proposed from the sheet, entered by a second signature', async () => {
  const member = `/membres/${await askOne(story.databaseUrl, `select id from "Member" where category = 'active' and "leftOn" is null and "lastName" not in ('Haddad', 'Lambert') order by number limit 1`)}`
  const on = await today(secretary)
  await enterAnew(member)
  await secretary.getByRole('link', { name: 'Changer de catégorie' }).click()
  await cite('AGO tenue sur papier, résolution 6', on)
  await secretary.getByLabel('Nouvelle catégorie').selectOption({ label: 'membre d’honneur' })
  await secretary.getByLabel('À compter du').fill(on)
  await proposeAndSign()
  await secretary.goto(member)
  await expect(secretary.getByText('membre d’honneur').first()).toBeVisible()
})

test('the death of an officer takes two signatures: the office is vacant and the register follows', async () => {
  const treasurer = `/membres/${await askOne(story.databaseUrl, `select id from "Member" where "lastName" = 'Lambert'`)}`
  const died = await today(secretary)
  await enterAnew(`${treasurer}/depart?cause=deces`)
  await cite('acte de décès', died)
  await secretary.getByLabel('Date du décès').fill(died)
  await proposeAndSign()
  await secretary.goto(treasurer)
  await expect(secretary.getByText('Décès').first()).toBeVisible()
  await expect(secretary.getByRole('link', { name: 'Enregistrer un retour' })).toHaveCount(0)
  expect(await axeFaults(secretary)).toEqual([])
  await secretary.goto('/bureau')
  await expect(secretary.getByText('À pourvoir : trésorerie')).toBeVisible()
  await secretary.goto('/membres/registre')
  await expect(secretary.getByRole('row', { name: /^Vasseur Hélène/ })).toBeVisible()
  await expect(secretary.getByRole('row', { name: /^Lambert Sophie/ })).toHaveCount(0)
})
