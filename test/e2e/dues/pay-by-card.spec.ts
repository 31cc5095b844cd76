import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { press } from '../demo/story'
import {
  DUES_PEOPLE,
  goToHostedPage,
  judged,
  mails,
  startStoryOnLine,
  toHostedPage,
  watched,
  type StoryOnLine,
} from './online'
import { readPdfOf } from '../support/papers'

let story: StoryOnLine
let member: Page
let number: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  story = await startStoryOnLine()
})
test.afterAll(() => story.stop())

test('on a phone, home says what is owed and leads to the hosted page; who turns back owes as before', async ({
  browser,
  consoleWatch,
}) => {
  member = await watched(consoleWatch, browser, story, DUES_PEOPLE.behind, { phone: true })
  await expect(member.getByRole('heading', { name: /cotisation \d{4}, 60,00\s€ à régler/i })).toBeVisible()
  await judged(member)
  await member.getByRole('link', { name: 'Régler ma cotisation' }).click()
  await expect(member.getByRole('heading', { name: /: 60,00\s€ à régler$/ })).toBeVisible()
  await judged(member)
  await member.getByRole('link', { name: 'Payer par carte ou prélèvement' }).click()
  await expect(member.getByRole('heading', { name: 'Payer mes cotisations' })).toBeVisible()
  await judged(member)
  await toHostedPage(story, member)
  await expect(member.getByText('À payer : 60,00 €')).toBeVisible()
  await press(member, 'Renoncer')
  await expect(member.getByRole('heading', { name: 'Paiement interrompu' })).toBeVisible()
  await expect(member.getByText('Rien n’a été débité')).toBeVisible()
  await judged(member)
  await member.getByRole('link', { name: 'Revenir à mes cotisations' }).click()
  await expect(member.getByRole('heading', { name: /: 60,00\s€ à régler$/ })).toBeVisible()
})

test('a card refused, then paid: the page of return shows it and writes nothing; the receipt bears number, name and sum', async ({
  consoleWatch,
}) => {
  consoleWatch.watch(member.context())
  await goToHostedPage(story, member)
  await press(member, 'Payer avec une carte refusée')
  await expect(member.getByText('À payer : 60,00 €')).toBeVisible()
  await press(member, 'Payer par carte')
  await expect(member.getByText('Votre paiement est reçu')).toBeVisible()
  await expect(member.getByText(/60,00\s€ par carte, pour la cotisation \d{4} de Nadia Haddad/)).toBeVisible()
  await judged(member)
  await member.reload()
  await expect(member.getByText('Votre paiement est reçu')).toBeVisible()
  await member.getByRole('link', { name: 'Revenir à mes cotisations' }).click()
  await expect(member.getByText('Rien à régler aujourd’hui.')).toBeVisible()
  await judged(member)

  const receipt = member.getByRole('link', { name: /^Reçu n° \d+/ }).first()
  number = /\d+/.exec(await receipt.innerText())?.[0] ?? ''
  const text = await readPdfOf(member, /^Reçu n° \d+/)
  for (const said of [`n° ${number}`, 'Nadia Haddad', '60,00 €', 'carte bancaire']) expect(text).toContain(said)
  await member.goto('/mes-cotisations/historique')
  await expect(member.getByRole('row').filter({ hasText: 'carte bancaire' })).toHaveCount(1)
  await judged(member)
  await member.goto('/')
  await expect(member.getByRole('heading', { name: /à régler/ })).toBeHidden()
})

test('one mail of receipt was written; the treasurer sees the payment, and the procedure over', async ({
  browser,
  consoleWatch,
}) => {
  const told = (await mails(member, 'Haddad')).filter((subject) => subject.includes(`reçu n° ${number}`))
  expect(told).toHaveLength(1)
  const treasurer = await watched(consoleWatch, browser, story, DUES_PEOPLE.treasurer)
  await treasurer.goto('/cotisations')
  await expect(boardRow(treasurer)).toBeHidden()
  await treasurer.getByLabel('Membre ou référence').fill('Haddad')
  await press(treasurer, 'Afficher')
  await expect(boardRow(treasurer)).toContainText('réglée')
  await judged(treasurer)
  await boardRow(treasurer).getByRole('link').click()
  await expect(treasurer.getByText(/close, réglée le/)).toBeVisible()
  await judged(treasurer)
  await treasurer.getByRole('link', { name: 'Voir le paiement' }).click()
  await expect(treasurer.getByText('carte bancaire')).toBeVisible()
  await expect(treasurer.getByRole('link', { name: `Reçu n° ${number}` })).toBeVisible()
  await expect(treasurer.getByText('Frais du prestataire')).toBeVisible()
  await judged(treasurer)
  await treasurer.goto('/cotisations/a-rapprocher')
  await expect(treasurer.getByText('Tout est rapproché')).toBeVisible()
  await judged(treasurer)
})

test('contested at his bank, the dues open where the procedure was; won, they are settled again under a new number', async ({
  browser,
  consoleWatch,
}) => {
  const { act, world } = story.peer
  const treasurer = await watched(consoleWatch, browser, story, DUES_PEOPLE.treasurer)
  const [intent] = world.all('payment_intent')
  const dispute = act.dispute(intent?.id ?? '')
  await expect(async () => {
    await treasurer.goto('/cotisations')
    await expect(boardRow(treasurer)).toContainText('Délai de réponse écoulé', { timeout: 200 })
  }).toPass()
  await treasurer.goto('/cotisations/a-rapprocher')
  await expect(treasurer.getByText(/^Le payeur conteste 60,00\s€/)).toBeVisible()
  await judged(treasurer)
  await member.goto('/')
  await expect(member.getByRole('heading', { name: /60,00\s€ à régler/ })).toBeVisible()

  act.disputeWon(dispute.id)
  await expect(async () => {
    await treasurer.goto('/cotisations/a-rapprocher')
    await expect(treasurer.getByText('Contestation gagnée : la somme est rendue.')).toBeVisible({ timeout: 200 })
  }).toPass()
  await member.goto('/mes-cotisations/historique')
  const receipts = member.getByRole('row').filter({ hasText: 'carte bancaire' }).getByRole('listitem')
  await expect(receipts.filter({ hasText: `Reçu n° ${number} (PDF), annulé le` })).toBeVisible()
  await expect(receipts.filter({ hasText: `Reçu n° ${Number(number) + 1}` })).not.toContainText('annulé')
  await judged(member)
})

test('without JavaScript, on the same path, another pays', async ({ browser }) => {
  const plainPage = await watched({ watch: () => {} }, browser, story, DUES_PEOPLE.representative, {
    phone: true,
    javaScriptEnabled: false,
  })
  await goToHostedPage(story, plainPage)
  await press(plainPage, 'Payer par carte')
  const received = plainPage.getByText('Votre paiement est reçu')
  await expect(async () => {
    if (!(await received.isVisible())) await plainPage.getByRole('link', { name: 'Actualiser maintenant' }).click()
    await expect(received).toBeVisible({ timeout: 500 })
  }).toPass()
  await plainPage.getByRole('link', { name: 'Revenir à mes cotisations' }).click()
  await expect(plainPage.getByText('Rien à régler aujourd’hui.')).toBeVisible()
})

const boardRow = (page: Page) => page.getByRole('row').filter({ hasText: DUES_PEOPLE.behind })
