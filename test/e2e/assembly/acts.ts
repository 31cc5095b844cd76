import { expect } from '@playwright/test'
import type { Person } from './person'
import { daysAfter } from '../demo/story'
import { firstDay } from '../support/day'
import { confirmAct, submit } from '../support/submit'
import { pressChoice } from '../support/vote'

/** A civil date so many days from the first of the story. */
export const dayAfter = (days: number) => daysAfter(firstDay(), days)

/** Moves the clock of the demonstration. */
export async function moveClockTo(person: Person, date: string, time: string) {
  await person.go('/demo')
  await person.page.getByLabel('Avancer au').fill(date)
  await person.page.getByLabel(/heure de Paris/).fill(time)
  await submit(person.page.getByRole('button', { name: 'Avancer', exact: true }))
  const [hour, minute] = time.split(':')
  await expect(person.page.locator('main time').first()).toHaveText(new RegExp(`${hour}\\sh(\\s${minute})?$`))
}

const pointsFor = (year: number) => [
  { title: 'Rapport moral', text: `L’assemblée approuve le rapport moral de l’année ${year - 2}.` },
  { title: `Budget ${year}`, text: `L’assemblée vote le budget de l’année ${year}, équilibré à 250 000 €.` },
  { title: 'Indemnités de mission', text: 'L’assemblée approuve le barème des indemnités de mission.', secret: true },
]

/** An ordinary assembly with four resolutions: two open, one secret, one that sets the dues. Returns its address. */
export async function prepareAssembly(person: Person, date: string): Promise<string> {
  const { page } = person
  await person.go('/assemblees/nouvelle')
  await page.getByLabel('Assemblée générale ordinaire').check()
  await page.getByLabel('Date', { exact: true }).fill(date)
  await page.getByLabel('Heure').fill('19:00')
  await page.getByLabel('Lieu').fill('Salle des fêtes, Ivry-sur-Seine')
  await person.isAccessible()
  await person.press('Créer la réunion')
  await expect(page).toHaveURL(/\/ordre-du-jour$/)
  const meeting = new URL(page.url()).pathname.replace('/ordre-du-jour', '')
  const next = Number(date.slice(0, 4)) + 1
  for (const point of pointsFor(next)) await addResolution(person, meeting, point)
  await addDues(person, meeting, next)
  return meeting
}

async function addPoint({ page }: Person, meeting: string, title: string) {
  await page.goto(`${meeting}/ordre-du-jour`)
  await page.getByLabel('Intitulé').fill(title)
  await page.getByLabel('Vote', { exact: true }).check()
  await submit(page.getByRole('button', { name: 'Ajouter ce point' }))
  await page.getByRole('link', { name: 'Ajouter une résolution' }).click()
}

async function addResolution(
  person: Person,
  meeting: string,
  point: { title: string; text: string; secret?: boolean },
) {
  await addPoint(person, meeting, point.title)
  await person.page.getByLabel('Titre', { exact: true }).fill(point.title)
  await person.page.getByLabel('Texte soumis au vote').fill(point.text)
  if (point.secret) await person.page.getByLabel('Vote secret').check()
  await person.press('Enregistrer la résolution')
  await person.sees(point.text)
}

async function addDues(person: Person, meeting: string, year: number) {
  const { page } = person
  await addPoint(person, meeting, `Cotisation ${year}`)
  await page.getByRole('link', { name: 'Fixer les cotisations d’une année' }).click()
  await expect(page.getByLabel('Année', { exact: true })).toBeVisible()
  await page.getByLabel('Titre', { exact: true }).fill(`Cotisation ${year}`)
  await page.getByLabel('Texte soumis au vote').fill(`L’assemblée fixe la cotisation ${year}.`)
  await page.getByLabel('Année', { exact: true }).fill(String(year))
  await page.getByLabel('Date à laquelle la cotisation est due').fill(`${year}-03-31`)
  await page.getByLabel('Cotisation d’un membre fondateur').fill('100')
  await page.getByLabel('Cotisation d’un membre actif').fill('60,50')
  await person.press('Enregistrer la résolution')
  await person.sees('60,50')
}

export async function convene(person: Person, meeting: string, people: number) {
  await person.go(`${meeting}/convocation`)
  await person.press(`Convoquer ${people} membres`)
  await person.sees('Rien n’est encore parti')
  await person.press(`Envoyer la convocation à ${people} membres`)
  await expect(person.page.getByRole('heading', { name: 'Preuve, personne par personne' })).toBeVisible()
}

/** At the door: the desk finds the name, the person types it as a signature. */
export async function receiveAt(desk: Person, meeting: string, label: string, representative?: string) {
  await desk.go(`${meeting}/emargement?q=${encodeURIComponent(label.split(' ').at(-1) ?? '')}`)
  await desk.page.locator('main').getByRole('link', { name: label }).click()
  if (representative) await desk.page.getByLabel(representative).check()
  await desk.page.getByLabel(/écrivez votre nom/i).fill(representative ?? label)
  await desk.press('Valider l’arrivée')
  await expect(desk.page.getByText(`Présence enregistrée : ${label}`)).toBeVisible()
}

export async function openBallot(chair: Person, meeting: string, number: number) {
  await chair.go(`${meeting}/scrutins`)
  const warned = chair.page.getByLabel('J’en ai averti l’assemblée.')
  if (await warned.isVisible()) await warned.check()
  await chair.press(`Ouvrir le scrutin de la résolution ${number}`)
  await expect(chair.page.getByRole('button', { name: `Clore le scrutin de la résolution ${number}` })).toBeVisible()
}

export async function closeBallot(chair: Person, meeting: string, number: number) {
  await chair.go(`${meeting}/scrutins`)
  const close = chair.page.getByRole('button', { name: `Clore le scrutin de la résolution ${number}` })
  await submit(close)
  await confirmAct(chair.page, 'Clore et proclamer')
  await expect(close).toBeHidden()
}

/** Offers a proxy from one's phone. */
export async function giveProxy(giver: Person, meeting: string, to: string) {
  await giver.go(`${meeting}/reponse?reponse=pouvoir`)
  await giver.isAccessible()
  const search = giver.page.getByLabel('Chercher par le nom')
  if (await search.isVisible()) {
    await search.fill(to.split(' ').at(-1) ?? to)
    await giver.press('Chercher')
  }
  await giver.page.getByRole('radio', { name: new RegExp(to) }).check()
  await giver.press('Donner pouvoir')
  // the list of choices names him too: this is said once it is written
  await expect(giver.page.getByRole('button', { name: 'Reprendre mon pouvoir' })).toBeVisible()
  await giver.sees(to)
}

/** The day of a meeting, as its screens say it, in 'YYYY-MM-DD'. */
export async function dateOf(person: Person, meeting: string): Promise<string> {
  await person.go(`${meeting}/modifier`)
  return person.page.getByLabel('Date', { exact: true }).inputValue()
}

/** One vote without touching the pointer. */
export async function byKeyboard(voter: Person, meeting: string) {
  await voter.go(`${meeting}/vote`)
  const yes = voter.page.getByRole('button', { name: 'Pour', exact: true }).first()
  await expect(yes).toBeVisible()
  for (let presses = 0; presses < 40 && !(await yes.evaluate((one) => one === document.activeElement)); presses += 1)
    await voter.page.keyboard.press('Tab')
  await voter.page.keyboard.press('Enter')
  const confirm = voter.page.getByRole('button', { name: 'Confirmer mon choix' })
  await expect(confirm.or(voter.page.getByText('Vote reçu')).first()).toBeVisible()
  if (await confirm.isVisible()) {
    await voter.page.keyboard.press('Tab')
    await expect(confirm).toBeFocused()
    await voter.page.keyboard.press('Enter')
  }
  await expect(voter.page.getByText('Vote reçu').first()).toBeVisible()
}

/** On the phone of the voter: one press, a second one where the vote is secret, a receipt. */
export async function castVote(voter: Person, meeting: string, choice: string) {
  await voter.go(`${meeting}/vote`)
  await pressChoice(voter.page, choice)
  await expect(voter.page.getByText('Vote reçu').first()).toBeVisible()
}

/** Confirms who one is, then signs. */
export async function signMinutes(person: Person, meeting: string) {
  const { page } = person
  await person.go(`${meeting}/pv`)
  const confirm = page.getByRole('link', { name: 'Confirmer mon identité' })
  if (await confirm.isVisible()) {
    await confirm.click()
    await submit(page.getByRole('button', { name: /Confirmer mon identité/ }))
  }
  await submit(page.getByRole('button', { name: 'Signer le procès-verbal' }))
  await confirmAct(page, 'Donner ma signature')
  await expect(page.getByRole('button', { name: 'Signer le procès-verbal' })).toBeHidden()
}
