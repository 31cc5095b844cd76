import type { Page } from '@playwright/test'
import { PEOPLE } from '../demo/audience'
import { axeFaults } from '../demo/inspect'
import { askOne } from '../demo/meetings'
import { daysAfter, press, startStory, today, visit, type Story } from '../demo/story'
import { expect, LEFT_WHILE_LOADING, test } from '../support/fixtures'
import { MAIL_FRAME, readMail } from './mail'

const SECRETARY = 'Claire Nguyen'
const NEWCOMER = { label: 'Ṣọlá Adébáyọ̀', lastName: 'Adébáyọ̀', firstName: 'Ṣọlá' }

let story: Story
let secretary: Page
let president: Page
let admitted: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  secretary = await visit(browser, story, SECRETARY)
  president = await visit(browser, story, PEOPLE.president, { phone: true })
  admitted = daysAfter(await today(secretary), -20)
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  for (const page of [secretary, president]) consoleWatch.watch(page.context())
  for (const said of [LEFT_WHILE_LOADING, MAIL_FRAME]) consoleWatch.expectConsoleError(said)
})

const entered = () =>
  askOne(story.databaseUrl, 'select count(*) from "Member" where "lastName" = $1 and "firstName" = $2', [
    NEWCOMER.lastName,
    NEWCOMER.firstName,
  ])
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

test('the secretary proposes a list of new members with the act that admits them; nothing enters yet', async () => {
  const [year, month, day] = admitted.split('-')
  const list =
    'Identité;;Coordonnées;;;Adhésion;;\nNom;Prénom;Courriel;Code postal;Ville;Profession;Catégorie;Date d’adhésion\n' +
    `${NEWCOMER.lastName};${NEWCOMER.firstName};sola.adebayo@exemple.fr;94170;Le Perreux-sur-Marne;infirmier;actif;${day}/${month}/${year}\n`
  await secretary.goto('/membres/import')
  await secretary.getByLabel('Fichier').setInputFiles({
    name: 'admis-sur-papier.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list),
  })
  await press(secretary, 'Essayer ce fichier')
  await expect(secretary.getByRole('heading', { name: 'Essai d’import' })).toBeVisible()
  await expect(secretary.getByText(NEWCOMER.label).first()).toBeVisible()
  expect(await axeFaults(secretary)).toEqual([])

  await press(secretary, 'Proposer cet import')
  await expect(secretary.getByLabel('Acte cité')).toHaveAttribute('aria-invalid', 'true')
  await secretary.getByLabel('Acte cité').fill('Bureau tenu sur papier, délibération 3')
  await secretary.getByLabel('Acte daté du').fill(admitted)
  await secretary.getByLabel('Pourquoi il n’est pas passé par le logiciel').fill('Réunion tenue avant l’ouverture.')
  await press(secretary, 'Proposer cet import')
  await expect(secretary).toHaveURL(/\/reprises\/[0-9a-f-]{36}$/)
  await expect(secretary.getByRole('button', { name: 'Signer cette reprise' })).toHaveCount(0)
  expect(await entered()).toBe('0')
})

test('on a phone, another officer is told, reads the act and the list, signs; the member is in the register', async () => {
  const email = `select email from "Member" where "lastName" = $1`
  const told = await readMail(president, await askOne(story.databaseUrl, email, ['Vasseur']), /[Rr]eprise/)
  expect(told).toContain('délibération 3')
  await president.goto('/reprises')
  expect(await fits(president)).toBe(true)
  await president
    .getByRole('link', { name: /1 membre|nouveau membre|fichier/i })
    .first()
    .click()
  await expect(president.getByText('Bureau tenu sur papier, délibération 3').first()).toBeVisible()
  expect(await fits(president)).toBe(true)
  expect(await axeFaults(president)).toEqual([])
  await president.getByRole('link', { name: 'Lire le fichier ligne par ligne' }).click()
  await expect(president.getByText(NEWCOMER.label).first()).toBeVisible()
  expect(await fits(president)).toBe(true)
  await president.goBack()

  await press(president, 'Signer cette reprise')
  await expect(president.getByRole('heading', { name: /^Vérifiez\s: / })).toBeVisible()
  expect(await fits(president)).toBe(true)
  await president.getByRole('button', { name: 'Signer et enregistrer' }).dblclick()
  await expect(president.getByRole('button', { name: 'Signer et enregistrer' })).toHaveCount(0)
  await expect(president.getByText('Signée par')).toBeVisible()
  expect(await fits(president)).toBe(true)
  expect(await entered()).toBe('1')
})
