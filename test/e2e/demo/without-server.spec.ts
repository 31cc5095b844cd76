import type { Page } from '@playwright/test'
import { convene, declareOpen, prepareMeeting, signMinutes, typeCount } from '../support/assembly'
import { expect, LEFT_WHILE_LOADING, test } from '../support/fixtures'
import { plain, readPdf } from '../support/papers'
import { moveClock, PEOPLE } from './audience'
import { signIn } from './desk'
import { axeFaults } from './inspect'
import { daysAfter, press, startStory, today, visit, type Story } from './story'
import { confirmAct } from '../support/submit'

/** What no page may say of a convocation while no server is set and nothing was posted. */
const SAID_TOO_SOON =
  /(convocations?|courriels?) (ont été |a été |est |sont )?(bien )?(envoyée?s?|parties?|partis|remis) |envoyée le .+ à temps|Chaque convocation est partie/i
const SECRETARY = 'Claire Nguyen'
const WHY = 'Chacun a été appelé au téléphone.'

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
  for (const said of [LEFT_WHILE_LOADING, /status of 4\d\d/]) consoleWatch.expectConsoleError(said)
})

/** The words of every page of the meeting: none says that something left. */
async function saysNothingFalse(paths = ['', '/convocation', '/convocation?voir=a-traiter', '/seance', '/pv']) {
  for (const path of paths) {
    await president.goto(`${meeting}${path}`)
    expect(plain(await president.locator('main').innerText()), path).not.toMatch(SAID_TOO_SOON)
  }
}

/** Convenes, once the page has said what leaves, or does not. */
async function send() {
  await press(president, /^Convoquer/)
  await expect(president.getByText('Rien n’est encore parti')).toBeVisible()
  await press(president, /^Envoyer la convocation/)
}

test('before any sending, the page says that no mail can leave; nothing is said sent', async () => {
  date = daysAfter(await today(president), 20)
  const asked = {
    kind: 'Réunion du Bureau',
    date,
    time: '12:30',
    title: 'Calendrier',
    text: 'Le Bureau fixe ses dates.',
  }
  meeting = await prepareMeeting(president, asked)
  await president.goto(`${meeting}/convocation`)
  await expect(president.getByText('aucun courriel ne partira')).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  await saysNothingFalse()
})

test('convened, the pages tell that nobody was told yet; a letter is ready to print', async () => {
  await president.goto(`${meeting}/convocation`)
  await send()
  await expect(president.getByText(/au plus tard\s:\saucun\smembre\ssur\s\d/)).toBeVisible()
  await expect(president.getByText('Pas parti', { exact: true }).first()).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  await saysNothingFalse()
  await president.goto(`${meeting}/convocation`)
  await press(president, /^Faire \d+\slettres? à poster/)
  await expect(president.getByText('À poster', { exact: true }).first()).toBeVisible()
  const letter = president.getByRole('link', { name: 'Lettre (PDF)' }).first()
  expect(await readPdf(president, (await letter.getAttribute('href')) ?? '')).toContain('Convocation')
  await saysNothingFalse()
})

test('letters posted too late are told as late; the session opens only with the reason of who presides', async ({
  browser,
}) => {
  await moveClock(president, daysAfter(date, -2), '09:00')
  await president.goto(`${meeting}/convocation`)
  await press(president, 'Noter le dépôt')
  await expect(president.getByText(/aucun\smembre\ssur\s\d+\s;\s\d+\sl’ont\sété\strop\stard/)).toBeVisible()
  await moveClock(president, date, '12:31')
  await president.goto(`${meeting}/seance`)
  await expect(president.getByText('Tous n’ont pas été prévenus à temps')).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  await press(president, 'Ouvrir l’émargement')
  await expect(president.getByLabel(/^Ouvrir malgré cela/)).toHaveAttribute('aria-invalid', 'true')
  await president.getByLabel(/^Ouvrir malgré cela/).fill(WHY)
  await press(president, 'Ouvrir l’émargement')
  const desk = await visit(browser, story, PEOPLE.coordinator)
  for (const name of [/Vasseur/, /Nguyen/, /Lambert/]) await signIn(desk, meeting, name)
  await desk.context().close()
  await president.goto(`${meeting}/seance`)
  await declareOpen(president)
})

test('the minutes that are signed tell who was not told in time, who went on and why', async ({ browser }) => {
  await president.goto(`${meeting}/scrutins`)
  await president.getByLabel('À main levée').check()
  await press(president, /^Ouvrir le scrutin/)
  await typeCount(president, ['Karim Benhaddou', 'Sophie Lambert'])
  await press(president, /^Proclamer le résultat/)
  await confirmAct(president, 'Proclamer ce résultat')
  await president.goto(`${meeting}/seance`)
  await press(president, 'Lever la séance')
  await confirmAct(president, 'Lever définitivement la séance')
  await expect(president.getByRole('heading', { name: /Séance levée/ })).toBeVisible()
  const secretary = await visit(browser, story, SECRETARY)
  await secretary.goto(`${meeting}/pv`)
  await expect(secretary.getByText('Tous n’ont pas été prévenus à temps').first()).toBeVisible()
  await press(secretary, 'Fixer le texte et le proposer à la signature')
  await confirmAct(secretary, 'Fixer ce texte')
  await expect(secretary.getByRole('heading', { name: 'Signatures' })).toBeVisible()
  await moveClock(president, daysAfter(date, 1), '10:00')
  await signMinutes(secretary, meeting)
  await signMinutes(president, meeting)
  await expect(president.getByText(/Signé et inscrit au registre sous le n°/)).toBeVisible()
  const text = await readPdf(president, `${meeting}/pv.pdf`)
  expect(text).toMatch(/La convocation a été décidée le .+ par le Dr Hélène Vasseur/)
  expect(text).toMatch(/Prévenus à temps, le .+ au plus tard : aucun membre sur \d+ ; \d+ l’ont été trop tard/)
  expect(text).toContain('Dr Hélène Vasseur (présidence de l’association) ouvre la séance en sachant que')
  expect(text).toContain(`Motif donné : ${WHY}`)
  expect(text).not.toMatch(SAID_TOO_SOON)
})

test('a dissolution whose letters were never posted is not opened; posted in time, it is', async () => {
  const asked = {
    kind: 'Assemblée générale extraordinaire',
    time: '19:00',
    title: 'Dissolution',
    text: 'L’assemblée décide la dissolution de l’association.',
  }
  date = daysAfter(await today(president), 30)
  const told = await prepareMeeting(president, { ...asked, date })
  await convene(president, told)
  meeting = await prepareMeeting(president, { ...asked, date })
  await president.goto(`${meeting}/convocation`)
  await send()
  await expect(president.getByRole('heading', { name: 'Preuve, personne par personne' })).toBeVisible()
  await saysNothingFalse()
  await moveClock(president, date, '19:01')
  await president.goto(`${meeting}/seance`)
  await expect(president.getByText(/ne feraient pas le quorum à eux seuls/).first()).toBeVisible()
  await expect(president.getByRole('button', { name: 'Ouvrir l’émargement' })).toHaveCount(0)
  await president.goto(`${told}/seance`)
  await press(president, 'Ouvrir l’émargement')
  await expect(president.getByRole('heading', { name: 'Les membres signent' })).toBeVisible()
})
