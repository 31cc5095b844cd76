import type { Browser, Page } from '@playwright/test'
import { convene, sit, voteOnPaper } from '../support/assembly'
import { expect, LEFT_WHILE_LOADING, test } from '../support/fixtures'
import { moveClock, PEOPLE } from './audience'
import { axeFaults } from './inspect'
import { ask } from './meetings'
import { daysAfter, press, startStory, today, visit, type Story } from './story'
import { confirmAct } from '../support/submit'

const TOLD = { title: 'Objet social', text: 'L’assemblée précise l’objet de l’association.' }
const LATE = { title: 'Achat d’un véhicule', text: 'L’assemblée autorise l’achat d’un véhicule à 5 000 €.' }

let story: Story
let president: Page
let meeting: string
let date: string

test.describe.configure({ mode: 'serial', timeout: 240_000 })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  president = await visit(browser, story, PEOPLE.president)
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  consoleWatch.watch(president.context())
  consoleWatch.expectConsoleError(LEFT_WHILE_LOADING)
})

test('13.3-a a point added once the notice has begun is told by a correction, which says that it will not be voted', async () => {
  date = daysAfter(await today(president), 18)
  await prepare(date, [TOLD])
  await convene(president, meeting)

  await moveClock(president, daysAfter(date, -2), '10:00')
  await president.goto(`${meeting}/ordre-du-jour`)
  await expect(president.getByText(/il est trop tard pour annoncer un texte à voter/)).toBeVisible()
  await addResolution(LATE)
  await president.goto(meeting)
  await expect(president.getByText('Trop tard pour voter 1 résolution')).toBeVisible()
  await president.goto(`${meeting}/convocation`)
  await expect(president.getByText(/pourra être discuté, non voté/)).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  await press(president, /^Envoyer la correction/)
  await expect(president.getByText('Rien n’est encore parti')).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  await press(president, /^Confirmer l’envoi de la correction/)
  await expect(president.getByRole('heading', { name: 'Correction à envoyer' })).toBeHidden()
})

test('13.3-a at the session the told text is voted, the late one is refused with its article and day', async ({
  browser,
}) => {
  await gather(browser)
  await expect(president.getByText('La résolution 2 ne peut pas être votée')).toBeVisible()
  await voteOnPaper(president, meeting, { title: TOLD.title, result: 'Adoptée' })
  await president.goto(`${meeting}/scrutins`)
  const main = president.locator('main')
  await expect(main.getByText('Cette résolution ne peut pas être votée')).toBeVisible()
  await expect(main.getByText(/trop tard\s: préavis de 15\sjours\sfrancs/)).toBeVisible()
  await expect(main.getByText('art. 13.3').first()).toBeVisible()
  await expect(president.getByRole('button', { name: /^Ouvrir le scrutin/ })).toBeHidden()
  expect(await axeFaults(president)).toEqual([])
  await president.getByText('Retirer cette résolution').click()
  await press(president, 'Retirer la résolution 2')
  await confirmAct(president, 'Retirer définitivement')
  await president.goto(`${meeting}/seance`)
  await expect(president.getByText(/La résolution 2 n’a pas été votée/)).toBeVisible()
  await press(president, 'Lever la séance')
  await confirmAct(president, 'Lever définitivement la séance')
  await expect(president.getByRole('heading', { name: /Séance levée/ })).toBeVisible()
})

test('13.3-a convened again in time, it is voted', async ({ browser }) => {
  date = daysAfter(await today(president), 16)
  await prepare(date, [LATE])
  await convene(president, meeting)
  await gather(browser)
  await voteOnPaper(president, meeting, { title: LATE.title, result: 'Adoptée' })
})

/** The day comes: half of those who vote, and one more, sign; the session is declared open. */
async function gather(browser: Browser) {
  const voters = await ask(
    story.databaseUrl,
    `select label from "ElectorateEntry" where "meetingId" = $1 and stage = 'CONVOCATION' and "mayVote" order by position`,
    [meeting.split('/').at(-1) ?? ''],
  )
  const present = voters.slice(0, Math.floor(voters.length / 2) + 1).map(({ label = '' }) => new RegExp(label))
  await sit(browser, { story, president, meeting, present, date, time: '19:01' })
}

/** An extraordinary assembly in preparation. */
async function prepare(on: string, resolutions: readonly (typeof TOLD)[]) {
  await president.goto('/assemblees/nouvelle')
  await president.getByLabel('Assemblée générale extraordinaire').check()
  await president.getByLabel('Date', { exact: true }).fill(on)
  await president.getByLabel('Heure').fill('19:00')
  await president.getByLabel('Lieu', { exact: true }).fill('Maison de santé')
  await press(president, 'Créer la réunion')
  await expect(president).toHaveURL(/\/ordre-du-jour$/)
  meeting = new URL(president.url()).pathname.split('/').slice(0, 3).join('/')
  for (const resolution of resolutions) await addResolution(resolution)
}

async function addResolution({ title, text }: typeof TOLD) {
  await president.goto(`${meeting}/ordre-du-jour`)
  await president.getByLabel('Intitulé').fill(title)
  await president.getByLabel('Vote', { exact: true }).check()
  await press(president, 'Ajouter ce point')
  await president.getByRole('link', { name: 'Ajouter une résolution' }).click()
  await president.getByLabel('Titre', { exact: true }).fill(title)
  await president.getByLabel('Texte soumis au vote').fill(text)
  await press(president, 'Enregistrer la résolution')
  await expect(president.getByText(text)).toBeVisible()
}
