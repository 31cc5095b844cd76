import type { Page } from '@playwright/test'
import { moveClock, PEOPLE } from '../demo/audience'
import { signIn } from '../demo/desk'
import { axeFaults } from '../demo/inspect'
import { askOne, demoMeetings } from '../demo/meetings'
import { daysAfter, press, startStory, visit, type Story } from '../demo/story'
import { expect, LEFT_WHILE_LOADING, test } from '../support/fixtures'
import { focusIsOn, forget, hears, listen, pressByKey } from './ear'
import { confirmAct } from '../support/submit'

const NARROW = { width: 320, height: 700 }
const OTHERS = [/Vasseur/, /Benhaddou/, /Œuvrard/, /Nguyen/, /Lambert/, /Roussel/, /Diallo/]

let story: Story
let president: Page
let member: Page
let desk: Page
let meeting: string
let date: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  const { draft } = await demoMeetings(story.databaseUrl)
  meeting = `/assemblees/${draft}`
  date = await askOne(story.databaseUrl, 'select date::text from "Meeting" where id = $1', [draft])
  president = await visit(browser, story, PEOPLE.president)
  member = await visit(browser, story, PEOPLE.active)
  await member.setViewportSize(NARROW)
  desk = await visit(browser, story, PEOPLE.coordinator)
  await desk.setViewportSize(NARROW)
  await desk.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  for (const page of [president, member, desk]) await listen(page)
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  for (const page of [president, member, desk]) consoleWatch.watch(page.context())
  consoleWatch.expectConsoleError(LEFT_WHILE_LOADING)
})

test('convening: the focus goes to the proof of what was sent', async () => {
  await president.goto(`${meeting}/convocation`)
  await expect(president).toHaveTitle(/^Convocation – AGO/)
  await pressByKey(president, 'button', /^Convoquer/)
  await focusIsOn(president, /^Vérifiez/)
  await pressByKey(president, 'button', /^Envoyer la convocation/)
  await expect(president.getByRole('heading', { name: 'Preuve, personne par personne' })).toBeVisible()
  await focusIsOn(president, /^(Envois|Preuve, personne par personne)$/)
})

test('answering, giving a proxy and taking it back: each time the focus is on the answer', async () => {
  await member.goto(`${meeting}/reponse`)
  await expect(member).toHaveTitle(/^Ma réponse – AGO/)
  await pressByKey(member, 'button', 'Je viens')
  await focusIsOn(member, /viend|venez|présent/i)
  await pressByKey(member, 'button', 'Je ne viens pas')
  await focusIsOn(member, /ne viend|absent|ne venez/i)
  const search = member.getByRole('searchbox', { name: 'Chercher par le nom' })
  if (await search.isVisible()) {
    await search.focus()
    await member.keyboard.type('garnier')
    await member.keyboard.press('Enter')
    await hears(member, /^1\smembre$/)
  }
  const holder = member.getByRole('radio', { name: /Garnier/ })
  await holder.focus()
  await member.keyboard.press('Space')
  await pressByKey(member, 'button', 'Donner pouvoir')
  await focusIsOn(member, /En attente de la réponse d.*Garnier/)
  await pressByKey(member, 'button', 'Reprendre mon pouvoir')
  await focusIsOn(member, /\S/)
  await expect(member.getByRole('button', { name: 'Reprendre mon pouvoir' })).toBeHidden()
})

test('voting on line: the group names its resolution, one sentence answers one press', async () => {
  await moveClock(president, daysAfter(date, -2), '12:00')
  await member.goto(`${meeting}/vote`)
  const title = await member.locator('h1').innerText()
  const [, number = '', subject = ''] = /^Résolution (\d+)\s: (.*)$/.exec(title.replace(/\s+/g, ' ')) ?? []
  await expect(member.getByRole('group', { name: `Résolution ${number}, ${subject}` })).toBeVisible()
  await forget(member)
  await pressByKey(member, 'button', 'Pour', 'Space')
  await hears(member, new RegExp(`^Vote reçu : pour, résolution ${number}, .*Reçu numéro`))
  expect(await member.evaluate(() => window.heard.filter((words) => words.startsWith('Envoi')).length)).toBe(1)
  await focusIsOn(member, /^Pour/)
  expect(await axeFaults(member)).toEqual([])
})

test('the desk: quorum and arrivals are heard, the absent have no tick, the form is reached by keyboard', async () => {
  await moveClock(president, date, '19:01')
  await president.goto(`${meeting}/seance`)
  await president
    .getByLabel(/^Ouvrir malgré cela/)
    .fill('La lettre est postée ce matin ; son destinataire a été appelé.')
  await pressByKey(president, 'button', 'Ouvrir l’émargement')
  await focusIsOn(president, /Les membres signent/)
  await desk.goto(`${meeting}/emargement`)
  await expect(desk).toHaveTitle(/^Émargement – AGO/)
  await expect(desk.locator('main li svg')).toHaveCount(0)
  await pressByKey(desk, 'link', /Vasseur/)
  await focusIsOn(desk, /Vasseur/)
  await desk.getByLabel('Ou écrivez votre nom').focus()
  await desk.keyboard.type('Hélène Vasseur')
  await desk.keyboard.press('Enter')
  await focusIsOn(desk, /Présence enregistrée : .*Vasseur/)
  await hears(desk, /^Quorum non atteint : \d+\smembres? présents?/)
  await expect(desk.locator('main li svg')).toHaveCount(1)
  await expect(desk.getByRole('link', { name: 'Émargement' }).first()).toHaveCSS('forced-color-adjust', 'none')
  for (const name of [...OTHERS.slice(1), /Delaunay/]) await signIn(desk, meeting, name)
  await hears(president, /Quorum atteint/)
})

test('chairing and voting: opened, received, closed, decided, all in words, and the focus stays in the page', async () => {
  await president.goto(`${meeting}/seance`)
  await pressByKey(president, 'button', 'Déclarer la séance ouverte')
  await focusIsOn(president, /La séance est ouverte/)
  await member.goto(`${meeting}/vote`)
  const before = (await member.locator('h1').innerText()).replace(/\s+/g, ' ')
  await president.goto(`${meeting}/scrutins`)
  await pressByKey(president, 'button', /^Ouvrir le scrutin/)
  await focusIsOn(president, /Scrutin ouvert/)
  await hears(member, /^Scrutin ouvert : résolution 1, /)
  // the one before the voter is the one that opens
  expect((await member.locator('h1').innerText()).replace(/\s+/g, ' ')).toBe(before)
  await pressByKey(member, 'button', 'Contre', 'Space')
  await hears(member, /^Vote reçu à la place du précédent : contre, résolution 1, /)
  await president.reload()
  await pressByKey(president, 'button', /^Clore le scrutin/)
  await focusIsOn(president, /Vérifiez/)
  await pressByKey(president, 'button', 'Clore et proclamer')
  await focusIsOn(president, /\S/)
  await hears(member, /^Scrutin clos\. Résolution 1, .*(adoptée|rejetée), \d+\svoix pour, \d+ contre/)
  await focusIsOn(member, /Ce scrutin est clos/)
  expect((await member.locator('h1').innerText()).replace(/\s+/g, ' ')).toBe(before)
  expect(await axeFaults(member)).toEqual([])
})

test('the next ballot comes when the voter asks for it, and a secret vote says what it is', async () => {
  const next = member.getByRole('link', { name: /^Suivante : résolution/ })
  for (let tries = 0; tries < 8 && (await member.getByText('Vote secret').count()) === 0; tries += 1) {
    await president.goto(`${meeting}/scrutins`)
    const warned = president.getByLabel('J’en ai averti l’assemblée.')
    if (await warned.isVisible()) await warned.check()
    const late = president.getByRole('button', { name: /^Ouvrir le scrutin/ })
    if (!(await late.isVisible())) break
    await late.click()
    await expect(president.getByRole('heading', { name: 'Scrutin ouvert' })).toBeVisible()
    await pressByKey(member, 'link', /^Suivante : résolution/)
    await expect(next).toBeHidden()
    await focusIsOn(member, /^Résolution \d+/)
    if ((await member.getByText('Vote secret').count()) > 0) break
    await press(president, /^Clore le scrutin/)
    await confirmAct(president, 'Clore et proclamer')
    await expect(next.or(member.getByText('Ce scrutin est clos.')).first()).toBeVisible()
  }
  await expect(member.getByText('Vote secret')).toBeVisible()
  await pressByKey(member, 'button', 'Abstention', 'Space')
  await focusIsOn(member, /Vous vous abstenez.*définitif/s)
  await pressByKey(member, 'button', 'Confirmer mon choix')
  await hears(member, /^Vote reçu, résolution \d+, /)
  await focusIsOn(member, /Vote reçu/)
})
