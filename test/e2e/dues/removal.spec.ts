import type { Page } from '@playwright/test'
import { convene, sit, voteOnPaper } from '../support/assembly'
import { expect, LEFT_WHILE_LOADING, test } from '../support/fixtures'
import { moveClock, PEOPLE } from '../demo/audience'
import { askOne } from '../demo/meetings'
import { axeFaults } from '../demo/inspect'
import { daysAfter, press, startStory, today, visit, type Story } from '../demo/story'
import { plain, readPdfOf } from '../support/papers'
import { DUES_PEOPLE } from './online'
import { callYear } from './treasury'

const BEHIND = 'Antoine Roussel'
const LONG = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })

let story: Story
let treasurer: Page
let president: Page
let year: number
/** year of the dues that the demonstration has called */
let before: number
let file: string
let assembly: string

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  treasurer = await visit(browser, story, DUES_PEOPLE.treasurer)
  president = await visit(browser, story, PEOPLE.president)
  before = Number(await askOne(story.databaseUrl, 'select max(year) from "DuesPeriod"'))
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  for (const page of [treasurer, president]) consoleWatch.watch(page.context())
  consoleWatch.expectConsoleError(LEFT_WHILE_LOADING)
  consoleWatch.expectConsoleError(/status of 4\d\d/)
})

const due = () => `${year}-03-31`

test('12-a: the dues of next year, voted before they were kept here, are opened and called', async () => {
  const now = await today(treasurer)
  year = Number(now.slice(0, 4)) + 1
  await callYear(treasurer, year, daysAfter(now, -3), async () => {
    await press(treasurer, 'Proposer cette reprise')
    await expect(treasurer.getByText('Écrivez un montant, par exemple 50 ou 12,50.').first()).toBeVisible()
    expect(await axeFaults(treasurer)).toEqual([])
  })
  await expect(treasurer).toHaveURL(new RegExp(`annee=${year}`))
  expect(await axeFaults(treasurer)).toEqual([])
})

test('6.4-b: one reminder at a time, each in its own time, though the clock jumps', async () => {
  await night(daysAfter(due(), 1))
  await night(daysAfter(due(), 15))
  const first = await stageOf(BEHIND)
  expect(first).toContain('Rappel 1')
  // a month later, one run: the second reminder alone
  await night(daysAfter(due(), 45))
  expect(await stageOf(BEHIND)).toContain('Rappel 2')
  await night(daysAfter(due(), 60))
  expect(await stageOf(BEHIND)).toContain('Rappel 3')
  await treasurer.goto('/demo/courriels')
  await expect(treasurer.getByRole('link', { name: /rappel/i }).first()).toBeVisible()
})

test('6.4-b: the letter is prepared, read, posted, presented; the member explains himself', async ({ browser }) => {
  await night(daysAfter(due(), 76))
  await treasurer.goto('/cotisations/courriers')
  expect(await axeFaults(treasurer)).toEqual([])
  for (const box of await treasurer.getByRole('checkbox').all()) await box.uncheck()
  await treasurer.getByRole('checkbox', { name: BEHIND }).check()
  await press(treasurer, 'Préparer les lettres cochées')
  await expect(treasurer).toHaveURL('/courriers')
  await treasurer.getByRole('link', { name: new RegExp(BEHIND) }).click()
  const letter = await readPdfOf(treasurer, 'Ouvrir la lettre (PDF)')
  for (const said of ['60,00 €', `31 mars ${year}`, '15 jours', 'radiation', 'par écrit'])
    expect(letter).toContain(said)
  const posted = daysAfter(due(), 76)
  await treasurer.getByLabel('Numéro du recommandé').fill('1A 203 118 4471 9')
  await treasurer.getByLabel('Dépôt le').fill(posted)
  await press(treasurer, 'Enregistrer le dépôt')
  await expect(treasurer.getByRole('heading', { name: 'Première présentation' })).toBeVisible()
  await moveClock(treasurer, daysAfter(posted, 3), '10:00')
  await openLetter()
  await treasurer.getByLabel('Première présentation le').fill(daysAfter(posted, 2))
  await press(treasurer, 'Enregistrer la présentation')
  await expect(treasurer.getByRole('heading', { name: 'Remise au destinataire' })).toBeVisible()
  expect(await axeFaults(treasurer)).toEqual([])

  const member = await visit(browser, story, BEHIND, { phone: true })
  await member.getByRole('link', { name: 'Donner mes explications' }).click()
  await member.getByLabel('Vos explications').fill('J’ai cessé mon activité en janvier et pensais être déjà parti.')
  expect(await axeFaults(member)).toEqual([])
  await member.getByRole('button', { name: /^(Envoyer|Enregistrer|Transmettre)/ }).click()
  await expect(member.getByRole('heading', { name: 'Déjà reçu' })).toBeVisible()
  await member.context().close()
})

test('6.4-b: the case comes to the agenda only when the time to answer is over', async () => {
  const presented = daysAfter(due(), 78)
  await night(daysAfter(presented, 15))
  expect(await stageOf(BEHIND)).toContain('Lettre recommandée')
  await night(daysAfter(presented, 16))
  expect(await stageOf(BEHIND)).toContain('Délai de réponse écoulé')
  await president.goto('/assemblees/nouvelle')
  await president.getByLabel('Assemblée générale ordinaire').check()
  await president.getByLabel('Date', { exact: true }).fill(daysAfter(presented, 40))
  await president.getByLabel('Heure').fill('19:00')
  await president.getByLabel('Lieu', { exact: true }).fill('Salle Émile-Zola')
  await press(president, 'Créer la réunion')
  await expect(president).toHaveURL(/assemblees\/[0-9a-f-]{36}/)
  assembly = new URL(president.url()).pathname.split('/').slice(0, 3).join('/')
  await president.goto(`${assembly}/ordre-du-jour`)
  await press(president, 'Inscrire à l’ordre du jour')
  await expect(president.getByText('Radiation pour défaut de paiement').first()).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  await convene(president, assembly)
  expect(await stageOf(BEHIND)).toMatch(/^Antoine Roussel\s+(Inscrit|Ordre)/)
})

test('13.2-d: the assembly votes on papers; adopted, the register and the second letter follow', async ({
  browser,
}) => {
  const presented = daysAfter(due(), 78)
  const present = [/Vasseur/, /Benhaddou/, /Œuvrard/, /Nguyen/, /Lambert/, /Delaunay/, /Garnier/, /Diallo/]
  await sit(browser, { story, president, meeting: assembly, date: daysAfter(presented, 40), time: '19:01', present })
  // the case of last year, listed with it: the assembly keeps that member
  await voteOnPaper(president, assembly, { title: DUES_PEOPLE.behind, against: 15, result: 'Rejetée' })
  await voteOnPaper(president, assembly, { title: BEHIND, against: 1, result: 'Adoptée' })
  expect(await stageOf(DUES_PEOPLE.behind, before)).toContain('membre maintenu')
  expect(await stageOf(BEHIND)).toMatch(/radiation|radié/i)
  await treasurer.goto('/courriers')
  await treasurer.getByRole('link', { name: new RegExp(BEHIND) }).click()
  expect(await readPdfOf(treasurer, 'Ouvrir la lettre (PDF)')).toContain('radiation')
  await treasurer.getByLabel('Numéro du recommandé').fill('1A 203 118 5502 7')
  await press(treasurer, 'Enregistrer le dépôt')
  await expect(treasurer.getByRole('heading', { name: 'Première présentation' })).toBeVisible()
  await treasurer.goto(file)
  await expect(treasurer.getByText('Décision notifiée').first()).toBeVisible()
  expect(await axeFaults(treasurer)).toEqual([])
  await president.goto('/membres')
  await expect(president.getByText('25 membres')).toBeVisible()
})

/** The clock comes to a morning; the nightly run of that day is done. */
async function night(date: string): Promise<void> {
  await moveClock(treasurer, date, '07:00')
  await expect
    .poll(async () => {
      await treasurer.goto('/cotisations')
      return plain(await treasurer.locator('main').innerText())
    })
    .toContain(`Le ${LONG.format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, '1er ')}`)
}

/** What the board says of a member, whatever he has come to. */
async function stageOf(name: string, of = year): Promise<string> {
  await treasurer.goto(`/cotisations?annee=${of}&etape=toutes&q=${encodeURIComponent(name.split(' ')[1] ?? '')}`)
  const row = treasurer.getByRole('row').filter({ hasText: name })
  file = (await row.getByRole('link').first().getAttribute('href')) ?? ''
  return plain(await row.innerText())
}

async function openLetter(): Promise<void> {
  await treasurer.goto('/courriers?etat=en-cours')
  await treasurer.getByRole('link', { name: new RegExp(BEHIND) }).click()
}
