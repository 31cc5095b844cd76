import type { Browser, Page } from '@playwright/test'
import { moveClock, PEOPLE } from '../demo/audience'
import { signIn } from '../demo/desk'
import { press, visit, type Story } from '../demo/story'
import { expect } from './fixtures'
import { confirmAct } from './submit'

/** The meeting is convened by the button of its page, then of the page to verify; without a mail server, all leaves by letters posted that day. */
export async function convene(president: Page, meeting: string): Promise<void> {
  await president.goto(`${meeting}/convocation`)
  await press(president, /^Convoquer/)
  await expect(president.getByText('Rien n’est encore parti')).toBeVisible()
  await press(president, /^Envoyer la convocation/)
  await expect(president.getByRole('heading', { name: 'Preuve, personne par personne' })).toBeVisible()
  await postAll(president)
}

/** On the page of the convocation: what cannot leave by mail becomes letters, and all are noted posted today. */
export async function postAll(president: Page): Promise<void> {
  await press(president, /^Faire \d+\slettres? à poster/)
  await expect(president.getByText(/Aucun serveur d’envoi n’est réglé/)).toBeHidden()
  await press(president, 'Noter le dépôt')
  await expect(president.getByText(/Prévenus à temps, .+ au plus tard\s:\s(\d+)\smembres\ssur\s\1\./)).toBeVisible()
}

type Prepared = { kind: string; date: string; time: string; title: string; text: string }

/** A meeting with one point and its resolution, in preparation. Returns its address. */
export async function prepareMeeting(president: Page, { kind, date, time, title, text }: Prepared): Promise<string> {
  await president.goto('/assemblees/nouvelle')
  await president.getByLabel(kind).check()
  await president.getByLabel('Date', { exact: true }).fill(date)
  await president.getByLabel('Heure').fill(time)
  await president.getByLabel('Lieu', { exact: true }).fill('Maison de santé')
  await press(president, 'Créer la réunion')
  await president.getByLabel('Intitulé').fill(title)
  await president.getByLabel('Vote', { exact: true }).check()
  await press(president, 'Ajouter ce point')
  await president.getByRole('link', { name: 'Ajouter une résolution' }).click()
  await president.getByLabel('Titre').fill(title)
  await president.getByLabel('Texte soumis au vote').fill(text)
  await press(president, 'Enregistrer la résolution')
  await expect(president.getByRole('heading', { name: 'Résolutions du point 1' })).toBeVisible()
  return new URL(president.url()).pathname.split('/').slice(0, 3).join('/')
}

/** Confirms who one is, comes back to the minutes, signs them. */
export async function signMinutes(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/pv`)
  await page.getByRole('link', { name: 'Confirmer mon identité' }).click()
  await press(page, 'Confirmer mon identité (démonstration)')
  await press(page, 'Signer le procès-verbal')
  await confirmAct(page, 'Donner ma signature')
  await expect(page.getByRole('button', { name: 'Signer le procès-verbal' })).toBeHidden()
}

type Day = {
  date: string
  time: string
  /** who is proposed to keep the minutes */
  secretary?: string
}

/** The day comes: the President opens the attendance. */
export async function openAttendance(president: Page, meeting: string, day: Day): Promise<void> {
  await moveClock(president, day.date, day.time)
  await president.goto(`${meeting}/seance`)
  const proposed = president.getByLabel('Secrétariat de séance').locator('option:checked')
  if (day.secretary) await expect(proposed).toContainText(day.secretary)
  await press(president, 'Ouvrir l’émargement')
  await expect(president.getByRole('heading', { name: 'Les membres signent' })).toBeVisible()
}

/** The President, on the page of the session, declares it open. */
export async function declareOpen(president: Page): Promise<void> {
  await press(president, 'Déclarer la séance ouverte')
  await expect(president.getByRole('heading', { name: 'La séance est ouverte' })).toBeVisible()
}

type Sitting = Day & { story: Story; president: Page; meeting: string; present: RegExp[] }

/** The day comes: those named sign at the desk, the President opens the session. */
export async function sit(browser: Browser, { story, president, meeting, present, ...day }: Sitting): Promise<void> {
  await openAttendance(president, meeting, day)
  const desk = await visit(browser, story, PEOPLE.coordinator)
  for (const name of present) await signIn(desk, meeting, name)
  await desk.context().close()
  await president.goto(`${meeting}/seance`)
  await declareOpen(president)
}

/** What is typed of a count in the room: all that the attendance counts, those `against` apart. */
export async function typeCount(president: Page, tellers: readonly [string, string], against = 0): Promise<void> {
  const told = await president.getByText(/^L’émargement en compte/).innerText()
  const [members = 0, voices = 0] = (told.match(/\d+/g) ?? []).map(Number)
  await president.getByLabel(/^Membres présents ou représentés/).fill(String(members))
  const papers = president.getByLabel(/^Bulletins trouvés/)
  for (const [unit, all] of [
    ['voix', voices],
    ['membres', members],
  ] as const) {
    if ((await president.getByLabel(`Pour, en ${unit}`).count()) === 0) continue
    const counted = { Pour: all - against, Contre: against, Blancs: 0, Abstentions: 0 }
    for (const [what, count] of Object.entries(counted))
      await president.getByLabel(`${what}, en ${unit}`).fill(String(count))
    if ((await papers.count()) > 0) await papers.fill(String(all))
  }
  await president.getByLabel('Premier scrutateur').fill(tellers[0])
  await president.getByLabel('Second scrutateur').fill(tellers[1])
}

type Vote = { title: string | RegExp; against?: number; result: 'Adoptée' | 'Rejetée' }

/** One resolution, chosen by its title, is put to the vote on papers; all those who are there vote for, or so many against. */
export async function voteOnPaper(president: Page, meeting: string, { title, against, result }: Vote): Promise<void> {
  await president.goto(`${meeting}/scrutins`)
  const waiting = president.getByRole('listitem').filter({ hasText: title })
  const now = waiting.getByRole('link', { name: 'Mettre aux voix maintenant' })
  // the one that comes next is offered already
  if ((await now.count()) > 0) await president.goto((await now.getAttribute('href')) ?? '')
  await president.getByLabel('Sur bulletins de papier').check()
  await press(president, /^Ouvrir le scrutin/)
  await typeCount(president, ['Karim Benhaddou', 'Thomas Delaunay'], against)
  await press(president, /^Proclamer le résultat/)
  await confirmAct(president, 'Proclamer ce résultat')
  await expect(
    president.getByRole('listitem').filter({ hasText: title }).getByText(result, { exact: true }).first(),
  ).toBeVisible()
}
