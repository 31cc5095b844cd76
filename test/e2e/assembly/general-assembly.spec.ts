import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import type { Browser } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { settingsFor } from '../support/server'
import {
  byKeyboard,
  castVote,
  closeBallot,
  convene,
  dateOf,
  dayAfter,
  giveProxy,
  moveClockTo,
  openBallot,
  prepareAssembly,
  receiveAt,
  signMinutes,
} from './acts'
import { PHONE, Person } from './person'
import { PRESIDENT, SECRETARY, active, founder, membersCsv } from './people'
import { startWorld, type World } from './world'
import { confirmAct } from '../support/submit'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

let world: World
let anne: Person
let meeting = ''
let second = ''
const voters = [active(0), active(1), active(2), active(3)]

test.beforeAll(async ({ browser }) => {
  world = await startWorld()
  anne = await Person.enter(browser, world.url, '')
})
test.afterEach(async ({ browserName: _ }, info) => {
  if (info.status !== info.expectedStatus)
    await anne.page.screenshot({ path: info.outputPath('president.png'), fullPage: true })
})
test.afterAll(async () => {
  await anne.close()
  await world.stop()
})

const subjects = () => world.mails.map(({ subject }) => subject ?? '')

async function give(browser: Browser, from: string, to: string) {
  const giver = await Person.enter(browser, world.url, from, PHONE)
  await giveProxy(giver, meeting, to)
  await giver.close()
}

/** The code that the server writes in its log, made as it makes it. */
const installationCode = () =>
  createHmac('sha256', settingsFor('').APP_SECRET ?? '')
    .update('installation')
    .digest('base64url')
    .slice(0, 12)

test('an association is installed, and 26 members come from a Windows-1252 spreadsheet', async () => {
  await anne.go('/installation')
  await anne.isAccessible()
  const fields: [string, string][] = [
    ['Code d’installation', installationCode()],
    ['Objet', 'Coordonner les soins de premier recours.'],
    ['Siège : numéro et voie', '1 place de la Mairie'],
    ['Code postal', '94200'],
    ['Commune', 'Ivry-sur-Seine'],
    ['Courriel de l’association', 'contact@deux-rives.example'],
    ['Adoptés le', '2020-01-15'],
    ['Par', 'assemblée générale constitutive'],
    ['Prénom', PRESIDENT.first],
    ['En fonction depuis le', dayAfter(-150)],
  ]
  for (const [label, value] of fields) await anne.page.getByLabel(label, { exact: true }).fill(value)
  const names = anne.page.getByRole('textbox', { name: 'Nom', exact: true })
  await names.first().fill('CPTS des Deux Rives')
  await names.last().fill(PRESIDENT.last)
  await anne.page.getByRole('textbox', { name: 'Courriel', exact: true }).fill(PRESIDENT.email)
  await anne.page.getByLabel('Civilité').selectOption(PRESIDENT.civility)
  await anne.press('Installer')
  await expect(anne.page.getByText(PRESIDENT.label).first()).toBeVisible()

  await anne.go('/membres/import')
  await anne.page
    .getByLabel('Fichier')
    .setInputFiles({ name: 'membres.csv', mimeType: 'text/csv', buffer: membersCsv() })
  await anne.press('Essayer ce fichier')
  await expect(anne.page.getByText('Des lignes nomment une personne et une structure')).toBeVisible()
  await anne.page.getByLabel(/^La structure : /).check()
  await anne.press('Essayer ce fichier')
  await expect(anne.page.getByRole('heading', { name: 'Essai d’import' })).toBeVisible()
  await anne.isAccessible()
  await anne.press(/Importer \d+ lignes/)
  await expect(anne.page.getByRole('heading', { name: 'Import terminé' })).toBeVisible()
  await anne.go('/membres?q=oeuvrard')
  await anne.sees(/Œuvrard/)
})

test('the President records her secretary, prepares the assembly and convenes it', async () => {
  await anne.go('/bureau/mandat')
  await anne.choose('Fonction', 'Secrétariat')
  await anne.choose('Membre', SECRETARY.label)
  await anne.fill('Décision', 'AGO de l’an dernier, résolution 5')
  await anne.fill('Mandat à partir du', dayAfter(-150))
  await anne.press('Enregistrer le mandat')
  await anne.sees(SECRETARY.label)

  meeting = await prepareAssembly(anne, dayAfter(20))
  await anne.go(meeting)
  await anne.sees('Ce que les statuts demandent')
  await anne.isAccessible()
  await convene(anne, meeting, 26)
  await expect.poll(() => world.mails.length, { timeout: 60_000 }).toBe(25)
  const mine = world.mails.find(({ to }) => to?.[0]?.address === PRESIDENT.email)
  expect(mine?.subject).toMatch(/^AGO du .+ : votre convocation$/)
  expect(mine?.text).toMatch(/3\svoix/)
  expect(mine?.attachments.map(({ mimeType }) => mimeType)).toContain('text/calendar')
  await anne.go(`${meeting}/convocation`)
  await anne.press('Noter le dépôt')
  await anne.sees(/26\smembres sur 26\./)
  await anne.isAccessible()
})

test('two proxies are accepted, a third is refused by the limit of its holder', async ({ browser }) => {
  await give(browser, founder(2), PRESIDENT.label)
  await give(browser, active(4).label, active(0).label)
  await anne.go(`${meeting}/reponse`)
  await anne.press('Accepter')
  await anne.sees(founder(2))
  const elodie = await Person.enter(browser, world.url, active(0).label, PHONE)
  await elodie.go(`${meeting}/reponse`)
  await elodie.isAccessible()
  await elodie.press('Accepter')
  await elodie.close()

  const paul = await Person.enter(browser, world.url, SECRETARY.label)
  await paul.go(`${meeting}/pouvoirs`)
  await paul.choose('Donné par', active(5).label)
  await paul.choose('À', active(0).label)
  await paul.press('Enregistrer le pouvoir')
  await expect(paul.page.getByText('art. 6.2').first()).toBeVisible()
  await paul.sees(/Refusé|refusé/)
  await paul.isAccessible()
  await paul.close()
  await expect.poll(() => subjects().filter((subject) => /pouvoir/i.test(subject)).length).toBeGreaterThanOrEqual(4)
})

test('the first session fails its quorum by one head; the second is convened from it', async ({ browser }) => {
  await moveClockTo(anne, dayAfter(20), '18:45')
  await anne.go(`${meeting}/seance`)
  await anne.choose('Secrétariat de séance', SECRETARY.label)
  await anne.press('Ouvrir l’émargement')
  await anne.sees('Les membres signent')
  for (const label of [PRESIDENT.label, ...voters.slice(0, 4).map(({ label }) => label)])
    await receiveAt(anne, meeting, label)
  const screen = await Person.enter(browser, world.url, SECRETARY.label)
  await screen.go(`${meeting}/ecran`)
  await expect(screen.page.getByText(/7/).first()).toBeVisible()
  await screen.isAccessible()
  await screen.close()
  await moveClockTo(anne, dayAfter(20), '19:20')
  await anne.go(`${meeting}/seance`)
  await anne.isAccessible()
  await anne.page.getByText('Le quorum ne sera pas réuni').click()
  await anne.press('Constater l’absence de quorum')
  await anne.isAccessible()
  await confirmAct(anne.page, 'Terminer la séance sans délibérer')
  await anne.sees('Le quorum n’a pas été réuni')
  await anne.page.getByRole('link', { name: 'Convoquer la seconde session' }).click()
  await anne.isAccessible()
  await anne.press(/Convoquer 26 membres à la seconde session/)
  await confirmAct(anne.page, /^Convoquer pour le/)
  await expect(anne.page).toHaveURL(/\/convocation$/)
  second = new URL(anne.page.url()).pathname.replace('/convocation', '')
  await anne.go(`${meeting}/seance`)
  await anne.sees('Seconde session convoquée')
  await expect.poll(() => subjects().filter((subject) => /seconde session/.test(subject)).length).toBe(25)
})

test('in the second session an open vote is lost by weight, another won by the casting vote', async ({ browser }) => {
  const date = await dateOf(anne, second)
  await moveClockTo(anne, date, '18:50')
  await anne.go(`${second}/seance`)
  await anne.choose('Secrétariat de séance', SECRETARY.label)
  await anne.sees('Tous n’ont pas été prévenus à temps')
  await anne.fill('Ouvrir malgré cela : le motif de la présidence', 'Prévenu par téléphone.')
  await anne.press('Ouvrir l’émargement')
  for (const label of [PRESIDENT.label, ...voters.map(({ label }) => label)]) await receiveAt(anne, second, label)
  await moveClockTo(anne, date, '19:05')
  await anne.go(`${second}/seance`)
  await anne.press('Déclarer la séance ouverte')
  await anne.sees('La séance est ouverte')

  const phones = await Promise.all(voters.map(({ label }) => Person.enter(browser, world.url, label, PHONE)))
  const vote = async (number: number, choices: string[]) => {
    await openBallot(anne, second, number)
    for (const [index, phone] of phones.entries()) await castVote(phone, second, choices[index + 1] ?? 'Pour')
    await castVote(anne, second, choices[0] ?? 'Pour')
    await closeBallot(anne, second, number)
  }
  await vote(1, ['Pour', 'Contre', 'Contre', 'Contre', 'Contre'])
  await anne.sees('Rejetée')
  await anne.isAccessible()
  await vote(2, ['Pour', 'Contre', 'Contre', 'Contre', 'Blanc'])
  await anne.sees(/voix prépondérante/)
  await openBallot(anne, second, 3)
  const [keyboarder, ...others] = phones
  if (!keyboarder) throw new Error('four members vote')
  await byKeyboard(keyboarder, second)
  await keyboarder.isAccessible()
  for (const phone of [...others, anne]) await castVote(phone, second, 'Pour')
  await closeBallot(anne, second, 3)
  await vote(4, ['Pour', 'Pour', 'Pour', 'Pour', 'Pour'])
  await anne.sees('Adoptée')
  await keyboarder.go(`${second}/vote`)
  await keyboarder.isAccessible()
  await Promise.all(phones.map((phone) => phone.close()))
  await anne.go(`${second}/seance`)
  await anne.press('Lever la séance')
  await confirmAct(anne.page, 'Lever définitivement la séance')
  await anne.sees('Séance levée')
  await anne.go('/membres?q=faure')
  await anne.page.locator('main').getByRole('link', { name: /Faure/ }).click()
  await anne.sees(/60,50/)
})

test('the minutes are written, signed twice, numbered; the register verifies; the members read them', async ({
  browser,
}) => {
  const paul = await Person.enter(browser, world.url, SECRETARY.label)
  for (const held of [meeting, second]) {
    await paul.go(`${held}/pv`)
    await paul.fill('Ouverture de la séance', 'La présidente souhaite la bienvenue.')
    await paul.press('Enregistrer le projet')
    await paul.sees('Version 1')
    await paul.isAccessible()
    await paul.press('Fixer le texte et le proposer à la signature')
    await confirmAct(paul.page, 'Fixer ce texte')
    await expect(paul.page.getByRole('heading', { name: 'Signatures' })).toBeVisible()
    await signMinutes(anne, held)
    await signMinutes(paul, held)
    await paul.sees('Signé et inscrit au registre')
  }
  await paul.go('/registre')
  await paul.isAccessible()
  await paul.sees('Procès-verbal de carence n° 1')
  await paul.sees('Procès-verbal n° 2')
  const verified = execFileSync(process.execPath, ['app/run/verify-register.mjs'], {
    env: { ...process.env, DATABASE_URL: world.databaseUrl },
  })
  expect(verified.toString()).toContain('registres vérifiés')
  await expect
    .poll(() => subjects().filter((subject) => /procès-verbal/.test(subject)).length, { timeout: 60_000 })
    .toBe(52)
  await paul.close()
})
