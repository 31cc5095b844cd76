import type { Browser, Page } from '@playwright/test'
import { moveClock, PEOPLE } from '../demo/audience'
import { signIn } from '../demo/desk'
import { press, visit, type Story } from '../demo/story'
import { expect } from '../support/fixtures'

/** The meeting is convened by the button of its page. */
export async function convene(president: Page, meeting: string): Promise<void> {
  await president.goto(`${meeting}/convocation`)
  await press(president, /^Convoquer/)
  await expect(president.getByRole('heading', { name: 'Preuve, personne par personne' })).toBeVisible()
}

type Sitting = { story: Story; president: Page; meeting: string; date: string; time: string; present: RegExp[] }

/** The day comes: those named sign at the desk, the President opens the session. */
export async function sit(browser: Browser, sitting: Sitting): Promise<void> {
  const { story, president, meeting, date, time, present } = sitting
  await moveClock(president, date, time)
  await president.goto(`${meeting}/seance`)
  await press(president, 'Ouvrir l’émargement')
  await expect(president.getByRole('heading', { name: 'Les membres signent' })).toBeVisible()
  const desk = await visit(browser, story, PEOPLE.coordinator)
  for (const name of present) await signIn(desk, meeting, name)
  await desk.context().close()
  await president.goto(`${meeting}/seance`)
  await press(president, 'Déclarer la séance ouverte')
  await expect(president.getByRole('heading', { name: 'La séance est ouverte' })).toBeVisible()
}

/** One resolution, chosen by its title, is put to the vote on papers; all those who are there vote for. */
export async function adoptOnPaper(president: Page, meeting: string, title: string): Promise<void> {
  await president.goto(`${meeting}/scrutins`)
  const waiting = president.getByRole('listitem').filter({ hasText: title })
  const now = waiting.getByRole('link', { name: 'Mettre aux voix maintenant' })
  await president.goto((await now.getAttribute('href')) ?? '')
  await president.getByLabel('Sur bulletins de papier').check()
  await president.getByRole('button', { name: /^Ouvrir le scrutin/ }).click()
  const sheet = president.getByLabel(/^Membres présents ou représentés/)
  const told = await president.getByText(/^L’émargement en compte/).innerText()
  const [members = '', voices = ''] = told.match(/\d+/g) ?? []
  await sheet.fill(members)
  const inVoices = (await president.getByLabel('Pour, en voix').count()) > 0
  const [unit, all] = inVoices ? ['voix', voices] : ['membres', members]
  await president.getByLabel(/^Bulletins trouvés/).fill(all)
  for (const what of ['Pour', 'Contre', 'Blancs', 'Abstentions'])
    await president.getByLabel(`${what}, en ${unit}`).fill(what === 'Pour' ? all : '0')
  await president.getByLabel('Premier scrutateur').fill('Karim Benhaddou')
  await president.getByLabel('Second scrutateur').fill('Thomas Delaunay')
  await press(president, /^Proclamer le résultat/)
  await expect(
    president.getByRole('listitem').filter({ hasText: title }).getByText('Adoptée', { exact: true }).first(),
  ).toBeVisible()
}
