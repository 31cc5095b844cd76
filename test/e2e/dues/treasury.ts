import type { Page } from '@playwright/test'
import { expect } from '../support/fixtures'
import { press } from '../demo/story'
import { enterAs, PEOPLE } from '../demo/audience'
import { comeTo, DUES_PEOPLE, type StoryOnLine } from './online'
import { confirmAct } from '../support/submit'

/** « 4 mai 2027 » */
export const inFrench = (date: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))

/** The clock comes to a day; what the nightly run does of it is done. */
export async function passNight(story: StoryOnLine, treasurer: Page, date: string): Promise<void> {
  await comeTo(story, treasurer, date)
  await expect(async () => {
    await treasurer.goto('/cotisations')
    await expect(treasurer.getByText(`Le ${inFrench(date)}.`)).toBeVisible({ timeout: 200 })
  }).toPass()
}

/**
 * The dues of a year that an assembly voted elsewhere: the treasurer proposes them, the President signs, the treasurer calls.
 * `before`: what a story does with the form while it has no amounts.
 */
export async function callYear(
  treasurer: Page,
  year: number,
  decidedOn: string,
  before: () => Promise<void> = async () => {},
): Promise<void> {
  // a reprise asks who signs to have just proved who he is: she comes in anew, and nobody enters as himself
  await enterAs(treasurer, PEOPLE.president)
  await enterAs(treasurer, DUES_PEOPLE.treasurer)
  await treasurer.goto('/cotisations/exercices/nouveau')
  await treasurer.getByLabel('Acte cité').fill('AGO tenue sur papier, résolution 4')
  await treasurer.getByLabel('Pourquoi il n’est pas passé par le logiciel').fill('Panne de réseau ce soir-là.')
  await treasurer.getByLabel('Année de la cotisation').fill(String(year))
  await treasurer.getByLabel('Date de l’assemblée qui l’a fixée').fill(decidedOn)
  await treasurer.getByLabel('Résolution').fill('résolution 4')
  await treasurer.getByLabel('Date à laquelle la cotisation est due').fill(`${year}-03-31`)
  await before()
  await treasurer.getByLabel('Cotisation d’un membre fondateur').fill('100')
  await treasurer.getByLabel('Cotisation d’un membre actif').fill('60')
  await press(treasurer, 'Proposer cette reprise')
  await expect(treasurer).toHaveURL(/\/reprises\/[0-9a-f-]{36}$/)
  const reprise = new URL(treasurer.url()).pathname
  await enterAs(treasurer, PEOPLE.president)
  await treasurer.goto(reprise)
  await press(treasurer, 'Signer cette reprise')
  await confirmAct(treasurer, 'Signer et enregistrer')
  await enterAs(treasurer, DUES_PEOPLE.treasurer)
  await treasurer.goto(`/cotisations/exercices/${year}`)
  await press(treasurer, `Appeler la cotisation ${year}`)
  await confirmAct(treasurer, /^Appeler \d+\smembres?$/)
  await expect(treasurer.getByRole('heading', { name: `Cotisation ${year}` })).toBeVisible()
}

/** The line of a member on the board of a year. */
export async function onBoard(treasurer: Page, member: string, year: number) {
  await treasurer.goto(`/cotisations?${new URLSearchParams({ annee: String(year), q: member })}`)
  const row = treasurer.getByRole('row').filter({ hasText: member })
  await expect(row).toBeVisible()
  return row
}
