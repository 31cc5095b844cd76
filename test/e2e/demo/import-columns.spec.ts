import fs from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { PEOPLE } from './audience'
import { askOne } from './meetings'
import { press, startStory, visit, type Story } from './story'

let story: Story
let president: Page

test.beforeAll(async ({ browser }) => {
  story = await startStory()
  president = await visit(browser, story, PEOPLE.president)
  await president.setViewportSize({ width: 390, height: 844 })
})
test.afterAll(() => story.stop())

const phoneOf = (number: string) =>
  askOne(story.databaseUrl, 'select coalesce(phone, $2) from "Member" where number = $1::int', [number, 'none'])
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

async function bring(page: Page, text: string) {
  await page.goto('/membres/import')
  await page.getByLabel('Fichier').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await press(page, 'Essayer ce fichier')
}

test('a list with columns of its own, on a phone: said, tried, taken without the refused line, undone', async () => {
  const person = `select number::text || ';' || "lastName" || ';' || "firstName" from "Member" where kind = 'PERSON' and "leftOn" is null order by number limit 1`
  const shared = `select email from "Member" where kind = 'PERSON' and email is not null and "leftOn" is null order by number desc limit 1`
  const [first, email] = [await askOne(story.databaseUrl, person, []), await askOne(story.databaseUrl, shared, [])]
  const number = first.split(';')[0] ?? ''
  const before = await phoneOf(number)
  const list = `Liste des adhérents;;;;\nN°;Patronyme;Petit nom;Contact;Portable\n${first};;06 11 22 33 44\n;PETIT;Noé;${email};\n;;;;\n`
  await bring(president, list)
  await expect(president.getByRole('heading', { name: 'Colonnes du fichier' })).toBeVisible()
  await expect(president.getByText('inconnue', { exact: true })).toHaveCount(3)
  await expect(president.getByText('« 06 11 22 33 44 »')).toBeVisible()
  expect(await fits(president)).toBe(true)
  expect((await new AxeBuilder({ page: president }).analyze()).violations).toEqual([])

  await press(president, 'Essayer ce fichier')
  await expect(president.getByRole('alert').getByText('Dites quelle colonne donne le nom')).toBeVisible()
  await president.getByLabel('Lue comme (Patronyme)').selectOption('Nom')
  await president.getByLabel('Lue comme (Petit nom)').selectOption('Prénom')
  await president.getByLabel('Lue comme (Contact)').selectOption('Courriel')
  await press(president, 'Essayer ce fichier')
  await expect(president.getByRole('heading', { name: 'Essai d’import' })).toBeVisible()
  await expect(president.getByText(/^Cette adresse est celle de .+ni le même nom ni le même RPPS/)).toBeVisible()
  expect(await fits(president)).toBe(true)

  const [download] = await Promise.all([
    president.waitForEvent('download'),
    president.getByRole('link', { name: /^Télécharger la ligne non reprise/ }).click(),
  ])
  const given = await fs.readFile(await download.path(), 'utf8')
  expect(given).toContain('N°;Patronyme;Petit nom;Contact;Portable;motif du refus')
  expect(given).toContain(`PETIT;Noé;${email};;Cette adresse est celle de`)

  await president.getByLabel(/^Importer sans la ligne refusée/).check()
  await press(president, 'Importer 1 ligne')
  await expect(president.getByRole('heading', { name: 'Import terminé' })).toBeVisible()
  expect(await phoneOf(number)).toBe('06 11 22 33 44')
  await president.getByRole('link', { name: 'Annuler cet import' }).click()
  await expect(president.getByRole('heading', { name: 'Annuler cet import' })).toBeVisible()
  await press(president, 'Annuler cet import')
  await expect(president.getByRole('heading', { name: 'Import annulé' })).toBeVisible()
  expect(await phoneOf(number)).toBe(before)

  // the same columns come again: nothing is asked any more
  await bring(president, list)
  await expect(president.getByRole('heading', { name: 'Essai d’import' })).toBeVisible()
})

test('questions are answered without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: story.url,
    javaScriptEnabled: false,
    storageState: await president.context().storageState(),
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await bring(page, 'Nom & prénom;Adresse E-Mail;Code postal\nLucie Brun;lucie.brun@exemple.fr;94200\n')
  await expect(page.getByText('Noms écrits « Lucie Brun » : dans quel ordre ?')).toBeVisible()
  await page.getByLabel('Prénom puis nom').check()
  await page.getByRole('button', { name: 'Essayer ce fichier' }).click()
  await expect(page.getByRole('heading', { name: 'Essai d’import' })).toBeVisible()
  await expect(page.getByText('Lucie Brun').first()).toBeVisible()
  await context.close()
})
