import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { press } from '../demo/story'
import { DUES_PEOPLE, judged, mails, startStoryOnLine, toHostedPage, watched, type StoryOnLine } from './online'
import { readPdfOf } from '../support/papers'
import { confirmAct } from '../support/submit'

let story: StoryOnLine
let payer: Page
let member: Page
let reference: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStoryOnLine()
  payer = await watched({ watch: () => {} }, browser, story, DUES_PEOPLE.representative)
  member = await watched({ watch: () => {} }, browser, story, DUES_PEOPLE.behind, { phone: true })
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  for (const page of [payer, member]) consoleWatch.watch(page.context())
})

test('a representative adds to his body’s dues those of a member who gave him her reference; a guess tells nothing', async ({
  consoleWatch,
}) => {
  consoleWatch.expectConsoleError(/status of 400/)
  await member.goto('/mes-cotisations')
  reference = /C\d{4}-\d+/.exec(await member.locator('main').innerText())?.[0] ?? ''
  await payer.goto('/mes-cotisations')
  await payer.getByRole('link', { name: 'Payer plusieurs cotisations à la fois' }).click()
  await add('Delaunay')
  await expect(payer.getByRole('alert')).toContainText('Aucune cotisation à régler ne porte cette référence et ce nom.')
  await judged(payer)
  await add('Haddad')
  await expect(payer.getByRole('checkbox')).toHaveCount(2)
  for (const box of await payer.getByRole('checkbox').all()) await expect(box).toBeChecked()
  await judged(payer)
})

test('one payment, two receipts: each in the name of who owed', async () => {
  await toHostedPage(story, payer)
  await expect(payer.getByText('À payer : 120,00 €')).toBeVisible()
  await press(payer, 'Payer par carte')
  await expect(payer.getByText('Votre paiement est reçu')).toBeVisible()
  await expect(payer.getByText(/Un reçu par membre est établi/)).toBeVisible()
  await judged(payer)
  await payer.getByRole('link', { name: 'Revenir à mes cotisations' }).click()
  const body = await readPdfOf(payer, /^Reçu n° \d+/)
  for (const said of [DUES_PEOPLE.body, '60,00 €']) expect(body).toContain(said)
  expect(body).not.toContain('Haddad')
  await payer.goto('/mes-cotisations/historique')
  await expect(payer.getByRole('row').filter({ hasText: DUES_PEOPLE.behind })).toContainText(/120,00\s€/)
  await judged(payer)

  await member.goto('/mes-cotisations')
  await expect(member.getByText('Rien à régler aujourd’hui.')).toBeVisible()
  const hers = await readPdfOf(member, /^Reçu n° \d+/)
  for (const said of ['Nadia Haddad', '60,00 €', DUES_PEOPLE.body]) expect(hers).toContain(said)
  for (const who of [DUES_PEOPLE.behind, DUES_PEOPLE.representative])
    expect((await mails(member, who)).filter((subject) => /60,00 € reçus, reçu n° \d+$/.test(subject))).toHaveLength(1)
})

test('the treasurer gives one of the two back: hers opens again, the body’s stays settled', async ({
  browser,
  consoleWatch,
}) => {
  const treasurer = await watched(consoleWatch, browser, story, DUES_PEOPLE.treasurer)
  await treasurer.goto('/cotisations/paiements')
  await treasurer.getByLabel('Payeur, membre, référence ou chèque').fill(reference)
  await press(treasurer, 'Afficher')
  await treasurer.getByRole('row').filter({ hasText: 'carte bancaire' }).getByRole('link').click()
  await expect(treasurer.getByRole('heading', { name: /^Paiement de 120,00\s€$/ })).toBeVisible()
  await treasurer.getByRole('link', { name: 'Rembourser' }).click()
  await treasurer.getByLabel('Somme rendue').fill('60')
  const hers = treasurer.getByRole('option', { name: /Nadia Haddad/ })
  await treasurer.getByLabel('Cotisation concernée').selectOption((await hers.getAttribute('value')) ?? '')
  await treasurer.getByLabel('Motif').fill('Payée aussi par elle')
  await judged(treasurer)
  await press(treasurer, 'Rembourser')
  await confirmAct(treasurer, /^Rembourser .+€$/)
  await expect(treasurer.getByRole('term').filter({ hasText: /^Remboursé$/ })).toBeVisible()
  const row = (name: string) => treasurer.getByRole('row').filter({ hasText: name })
  await expect(row(DUES_PEOPLE.behind)).toContainText(/Reçu n° \d+, 60,00\s€, annulé le/)
  await expect(row(DUES_PEOPLE.body)).not.toContainText('annulé')
  await judged(treasurer)

  await member.goto('/')
  await expect(member.getByRole('heading', { name: /60,00\s€ à régler/ })).toBeVisible()
  await payer.goto('/mes-cotisations')
  await expect(payer.getByText('Rien à régler aujourd’hui.')).toBeVisible()
})

async function add(name: string) {
  await payer.getByLabel('Référence de sa cotisation').fill(reference)
  await payer.getByLabel('Nom du membre').fill(name)
  await press(payer, 'Ajouter cette cotisation')
}
