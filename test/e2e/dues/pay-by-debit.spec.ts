import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { PEOPLE } from '../demo/audience'
import { press, today } from '../demo/story'
import {
  comeTo,
  DUES_PEOPLE,
  goToHostedPage,
  judged,
  mails,
  startStoryOnLine,
  watched,
  type StoryOnLine,
} from './online'
import { readPdfOf } from '../support/papers'
import { callYear, inFrench, onBoard, passNight } from './treasury'

const OTHER = 'Guillaume Perrin'

let story: StoryOnLine
let treasurer: Page
let member: Page
let year: number
let session: string
let number: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStoryOnLine()
  treasurer = await watched({ watch: () => {} }, browser, story, DUES_PEOPLE.treasurer)
  member = await watched({ watch: () => {} }, browser, story, PEOPLE.active, { phone: true })
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  for (const page of [treasurer, member]) consoleWatch.watch(page.context())
})

const reminders = async (name: string) =>
  (await mails(treasurer, name)).filter((subject) => subject.includes(`${year}`) && subject.includes('rappel'))

test('the dues of the new year are called; a debit is refused by the bank, and may be tried again', async () => {
  const began = await today(treasurer)
  year = Number(began.slice(0, 4)) + 1
  await comeTo(story, treasurer, `${year}-01-15`)
  await callYear(treasurer, year, began)
  await passNight(story, treasurer, `${year}-04-02`)
  await comeTo(story, treasurer, `${year}-04-10`)
  session = await payByDebit()
  await expect(member.getByText('Votre prélèvement est en cours')).toBeVisible()
  await judged(member)
  story.peer.act.sepaFails(session)
  await expect(async () => {
    await member.goto('/mes-cotisations/historique')
    await expect(member.getByText('échoué')).toBeVisible({ timeout: 200 })
  }).toPass()
  await member.goto('/')
  await expect(member.getByRole('link', { name: 'Régler ma cotisation' })).toBeVisible()
  session = await payByDebit()
  await expect(member.getByText('aucun rappel n’est préparé pour vous')).toBeVisible()
})

test('under way: nothing to do says his page, the board waits, and the night reminds the others only', async () => {
  await member.goto('/')
  await expect(member.getByRole('link', { name: 'Régler ma cotisation' })).toBeHidden()
  await member.goto('/mes-cotisations')
  await expect(member.getByText('prélèvement en cours')).toBeVisible()
  await expect(member.getByRole('link', { name: 'Payer par carte ou prélèvement' })).toBeHidden()
  await judged(member)

  await passNight(story, treasurer, `${year}-04-20`)
  expect(await reminders('Perrin')).toHaveLength(1)
  expect(await reminders('Delaunay')).toHaveLength(0)
  await expect(await onBoard(treasurer, OTHER, year)).toContainText('Rappel 1')
  const waiting = await onBoard(treasurer, PEOPLE.active, year)
  await expect(waiting).toContainText('paiement en cours')
  await expect(waiting).not.toContainText('Rappel')
  await judged(treasurer)
})

test('it succeeds; weeks later the bank takes it back: dues open, receipt cancelled under its number', async () => {
  story.peer.act.sepaSucceeds(session)
  await settledInHistory()
  number =
    /\d+/.exec(
      await member
        .getByRole('link', { name: /^Reçu n°/ })
        .first()
        .innerText(),
    )?.[0] ?? ''
  expect(await readPdfOf(member, `Reçu n° ${number} (PDF)`)).toContain('prélèvement')

  await comeTo(story, treasurer, `${year}-06-21`)
  story.peer.act.dispute(story.peer.world.session(session).payment_intent ?? '')
  await expect(async () => {
    await member.goto('/mes-cotisations')
    await expect(member.getByRole('heading', { name: `Cotisation ${year} : 60,00 € à régler` })).toBeVisible({
      timeout: 200,
    })
  }).toPass()
  await member.goto('/mes-cotisations/historique')
  await expect(member.getByText('contesté')).toBeVisible()
  await expect(member.getByText(`annulé le ${inFrench(`${year}-06-21`)}`)).toBeVisible()
  expect(await readPdfOf(member, `Reçu n° ${number} (PDF)`)).toContain('Annulé le')
  await judged(member)
  expect(await mails(treasurer, 'Delaunay')).toContain(`Cotisation ${year} : votre reçu n° ${number} est annulé`)
})

test('the treasurer is asked, and the procedure goes on where it was: first reminder, once the delay has run again', async () => {
  await treasurer.goto('/cotisations/a-rapprocher')
  await expect(treasurer.getByRole('heading', { name: 'Prélèvement ou carte contesté' })).toBeVisible()
  await judged(treasurer)
  await treasurer.getByText('C’est traité').click()
  await treasurer.getByLabel('Ce qui a été fait').fill('Le membre est prévenu')
  await press(treasurer, 'Classer')
  await expect(treasurer.getByText('Le membre est prévenu')).toBeVisible()

  const row = await onBoard(treasurer, PEOPLE.active, year)
  await expect(row).toContainText('Échéance')
  await expect(row).toContainText('Rappel 1')
  await row.getByRole('link').click()
  await expect(treasurer.getByText(/un paiement a été repris, le délai court de ce jour/)).toBeVisible()
  await judged(treasurer)
  await passNight(story, treasurer, `${year}-06-30`)
  expect(await reminders('Delaunay')).toHaveLength(0)
  await passNight(story, treasurer, `${year}-07-08`)
  expect(await reminders('Delaunay')).toHaveLength(1)
  await expect(await onBoard(treasurer, PEOPLE.active, year)).toContainText('Rappel 1')
})

test('paid again, by card: a receipt under the next number', async () => {
  await goToHostedPage(story, member)
  await press(member, 'Payer par carte')
  await expect(member.getByText('Votre paiement est reçu')).toBeVisible()
  await settledInHistory()
  const numbers = (await member.getByRole('link', { name: /^Reçu n°/ }).allInnerTexts()).map((text) =>
    Number(/\d+/.exec(text)?.[0]),
  )
  expect(Math.max(...numbers)).toBe(Number(number) + 1)
})

/** From home to the hosted page, by debit; back on our page. Returns the session at Stripe. */
async function payByDebit(): Promise<string> {
  await goToHostedPage(story, member)
  const id = new URL(member.url()).pathname.split('/').at(-1) ?? ''
  await press(member, 'Payer par prélèvement SEPA')
  await expect(member.getByRole('heading', { name: 'Votre paiement', exact: true })).toBeVisible()
  return id
}

async function settledInHistory() {
  await expect(async () => {
    await member.goto('/mes-cotisations/historique')
    await expect(member.getByRole('row').nth(1)).toContainText('reçu', { timeout: 200 })
  }).toPass()
}
