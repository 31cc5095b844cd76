import type { Page } from '@playwright/test'
import { convene, declareOpen, openAttendance, prepareMeeting, signMinutes, typeCount } from '../support/assembly'
import { expect, LEFT_WHILE_LOADING, test } from '../support/fixtures'
import { moveClock, PEOPLE } from './audience'
import { signIn } from './desk'
import { axeFaults } from './inspect'
import { daysAfter, press, startStory, today, visit, type Story } from './story'
import { confirmAct } from '../support/submit'

const SECRETARY = 'Claire Nguyen'
const MEETING = {
  kind: 'Réunion du Bureau',
  time: '12:30',
  title: 'Calendrier',
  text: 'Le Bureau arrête le calendrier de ses réunions.',
}

let story: Story
let president: Page
let meeting: string
let date: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  president = await visit(browser, story, PEOPLE.president)
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  consoleWatch.watch(president.context())
  consoleWatch.expectConsoleError(LEFT_WHILE_LOADING)
})

test('8.3-a seven clear days: one day short is refused with the article, the day after is convened', async ({
  consoleWatch,
}) => {
  consoleWatch.expectConsoleError(/status of 4\d\d/)
  date = daysAfter(await today(president), 8)
  meeting = await prepareMeeting(president, { ...MEETING, date: daysAfter(date, -1) })
  await president.goto(`${meeting}/convocation`)
  await expect(president.getByText('Trop tard pour convoquer régulièrement')).toBeVisible()
  await press(president, /^Convoquer/)
  const refusal = president.getByRole('alert')
  await expect(refusal).toContainText('7 jours francs')
  await expect(refusal.getByText('art. 8.3').first()).toBeVisible()
  expect(await axeFaults(president)).toEqual([])

  await president.goto(`${meeting}/modifier`)
  await president.getByLabel('Date', { exact: true }).fill(date)
  await press(president, 'Enregistrer')
  await expect(president).toHaveURL(meeting)
  await convene(president, meeting)
})

test('the Bureau meets: two sign at the desk, the session opens, hands are counted by two tellers', async ({
  browser,
}) => {
  await openAttendance(president, meeting, { date, time: '12:31', secretary: SECRETARY })
  const desk = await visit(browser, story, PEOPLE.coordinator, { phone: true })
  const declare = president.getByRole('button', { name: 'Déclarer la séance ouverte' })
  await signIn(desk, meeting, /Vasseur/)
  await expect(declare).toBeHidden()
  await signIn(desk, meeting, /Nguyen/)
  await expect(declare).toBeVisible()
  await declareOpen(president)

  await president.goto(`${meeting}/scrutins`)
  await president.getByLabel('À main levée').check()
  await press(president, /^Ouvrir le scrutin/)
  // founders alone, of three voices each: their hands say all
  await expect(president.getByLabel(/en voix$/)).toHaveCount(0)
  await typeCount(president, ['Karim Benhaddou', 'Sophie Lambert'])
  expect(await axeFaults(president)).toEqual([])
  await press(president, /^Proclamer le résultat/)
  await confirmAct(president, 'Proclamer ce résultat')
  await expect(president.getByText('Adoptée', { exact: true }).first()).toBeVisible()
  await president.goto(`${meeting}/seance`)
  await press(president, 'Lever la séance')
  await confirmAct(president, 'Lever définitivement la séance')
  await expect(president.getByRole('heading', { name: /Séance levée/ })).toBeVisible()
  await desk.context().close()
})

test('the minutes are written, signed twice after a fresh confirmation, and numbered in the register', async ({
  browser,
}) => {
  const secretary = await visit(browser, story, SECRETARY)
  await secretary.goto(`${meeting}/pv`)
  await secretary.getByLabel(/^Débats du point 1/).fill('Aucune observation.')
  await press(secretary, 'Enregistrer le projet')
  await expect(secretary.getByText(/Version 1, enregistrée/)).toBeVisible()
  await press(secretary, 'Fixer le texte et le proposer à la signature')
  await confirmAct(secretary, 'Fixer ce texte')
  await expect(secretary.getByRole('heading', { name: 'Signatures' })).toBeVisible()
  // the day after, nobody has proved who he is for long
  await moveClock(president, daysAfter(date, 1), '10:00')
  await signMinutes(secretary, meeting)
  await signMinutes(president, meeting)
  const notice = president.getByText(/Signé et inscrit au registre sous le n°/)
  await expect(notice).toBeVisible()
  const number = (await notice.innerText()).match(/\d+$/)?.[0] ?? ''
  await president.goto('/registre')
  await president.getByRole('link', { name: new RegExp(`^n°\\s${number}$`) }).click()
  await expect(president).toHaveURL(`/registre/${number}`)

  const pdf = await president.request.get(`${meeting}/pv.pdf`)
  expect(pdf.headers()['content-type']).toContain('application/pdf')
  expect((await pdf.body()).subarray(0, 4).toString()).toBe('%PDF')
})
