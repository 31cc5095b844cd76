import type { Page } from '@playwright/test'
import { convene } from '../support/assembly'
import { expect, LEFT_WHILE_LOADING, test } from '../support/fixtures'
import { moveClock, PEOPLE } from './audience'
import { signIn } from './desk'
import { axeFaults } from './inspect'
import { askOne, demoMeetings } from './meetings'
import { daysAfter, press, startStory, visit, type Story } from './story'
import { confirmAct } from '../support/submit'

const ON_KEYBOARD = 'Émilie Garnier'
const OTHERS = [/Vasseur/, /Benhaddou/, /Œuvrard/, /Nguyen/, /Lambert/, /Roussel/, /Diallo/]
/** Whatever would tell how votes go: « 3 voix pour », « Pour : 3 ». */
const TALLY = /\d+\s(voix|membres?)\s(pour|contre)|(pour|contre)\s*:\s*\d/i

let story: Story
let president: Page
let meeting: string
let date: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  const { draft } = await demoMeetings(story.databaseUrl)
  meeting = `/assemblees/${draft}`
  date = await askOne(story.databaseUrl, 'select date::text from "Meeting" where id = $1', [draft])
  president = await visit(browser, story, PEOPLE.president)
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  consoleWatch.watch(president.context())
  consoleWatch.expectConsoleError(LEFT_WHILE_LOADING)
})

test('13.4 the window opens 72 hours before: an hour earlier nobody votes', async ({ browser }) => {
  await convene(president, meeting)
  await moveClock(president, daysAfter(date, -3), '18:00')
  const member = await visit(browser, story, PEOPLE.active, { phone: true })
  await member.goto(`${meeting}/vote`)
  await expect(member.getByText(/Ouverture du vote en ligne/)).toBeVisible()
  await expect(member.getByRole('button', { name: 'Pour' })).toHaveCount(0)
  await member.context().close()
})

test('a member votes from his phone without JavaScript and reads his receipt', async ({ browser }) => {
  await moveClock(president, daysAfter(date, -2), '12:00')
  const member = await visit(browser, story, PEOPLE.active, { phone: true, javaScriptEnabled: false })
  await member.goto(`${meeting}/vote`)
  await expect(member.locator('h1')).toHaveCount(1)
  await member.getByRole('button', { name: 'Pour', exact: true }).first().click()
  await expect(member.getByText('Vote reçu').first()).toBeVisible()
  await expect(member.getByText(/Reçu no/).first()).toBeVisible()
  await expect(member.getByRole('button', { name: 'Pour' }).first()).toHaveAttribute('aria-pressed', 'true')
  await member.context().close()
})

test('another votes by keyboard alone', async ({ browser, consoleWatch }) => {
  const member = await visit(browser, story, ON_KEYBOARD, { phone: true })
  consoleWatch.watch(member.context())
  await member.goto(`${meeting}/vote`)
  const against = member.getByRole('button', { name: 'Contre' }).first()
  for (let pressed = 0; pressed < 60 && !(await against.evaluate((it) => it === document.activeElement)); pressed++)
    await member.keyboard.press('Tab')
  await expect(against).toBeFocused()
  await member.keyboard.press('Space')
  await expect(member.getByText('Vote reçu').first()).toBeVisible()
  expect(await axeFaults(member)).toEqual([])
  await member.context().close()
})

test('nobody sees a tally before the ballot is closed', async ({ browser }) => {
  const other = await visit(browser, story, PEOPLE.representative)
  for (const [page, paths] of [
    [president, ['', '/scrutins', '/seance', '/ecran']],
    [other, ['', '/vote', '/scrutins']],
  ] as const)
    for (const path of paths) {
      await page.goto(`${meeting}${path}`)
      expect(await page.locator('body').innerText(), path).not.toMatch(TALLY)
    }
  await other.context().close()
})

test('who voted on line and comes in person has one vote, and is told which', async ({ browser }) => {
  await moveClock(president, date, '19:01')
  await president.goto(`${meeting}/seance`)
  await press(president, 'Ouvrir l’émargement')
  const desk = await visit(browser, story, PEOPLE.coordinator)
  for (const name of [...OTHERS, /Delaunay/]) await signIn(desk, meeting, name)
  const told = desk.getByRole('status').filter({ hasText: 'a déjà voté en ligne sur la résolution 1' })
  await expect(told).toContainText('Ce vote compte')
  expect(await axeFaults(desk)).toEqual([])
  await president.goto(`${meeting}/seance`)
  await press(president, 'Déclarer la séance ouverte')
  await president.goto(`${meeting}/scrutins`)
  await expect(president.getByText(/2\smembres ont déjà voté en ligne/)).toBeVisible()
  await press(president, /^Ouvrir le scrutin/)
  await expect(president.getByRole('heading', { name: 'Scrutin ouvert' })).toBeVisible()

  const member = await visit(browser, story, PEOPLE.active, { phone: true })
  await member.goto(`${meeting}/vote`)
  await expect(member.getByText('Vote reçu')).toBeVisible()
  await expect(member.getByText('un autre choix remplace celui-ci')).toBeVisible()
  await member.getByRole('button', { name: 'Abstention' }).click()
  await expect(member.getByRole('button', { name: 'Abstention' })).toHaveAttribute('aria-pressed', 'true')
  expect(await president.locator('body').innerText()).not.toMatch(TALLY)

  await president.goto(`${meeting}/scrutins`)
  await press(president, /^Clore le scrutin/)
  await confirmAct(president, 'Clore et proclamer')
  await expect(president.getByText('Rejetée', { exact: true }).first()).toBeVisible()
  const votes = await askOne(
    story.databaseUrl,
    `select count(*) from "Slip" s join "Resolution" r on r.id = s."resolutionId" where r."meetingId" = $1 and r.number = 1 and s.cast`,
    [meeting.split('/')[2] ?? ''],
  )
  expect(votes).toBe('2')
})
