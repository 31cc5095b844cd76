import { expect, type Page } from '@playwright/test'
import { submit } from '../support/submit'

/** Who looks at the pages of the demonstration, by the quality in which he does. */
export const PEOPLE = {
  president: 'Dr Hélène Vasseur',
  coordinator: 'Inès Carpentier',
  founder: 'Karim Benhaddou',
  active: 'Thomas Delaunay',
  representative: 'Isabelle Renaud',
  honorary: 'Dr Marie-Thérèse Aubry',
} as const

export type Quality = keyof typeof PEOPLE
export type Visitor = Quality | 'anonymous'

const PARIS = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' })

/** Enters by the door of the demonstration. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto('/demo')
  await page.getByRole('button', { name: `Entrer comme ${name}`, exact: true }).click()
  await expect(page).toHaveURL('/')
}

/** Moves the clock of the demonstration to a day and an hour of Paris. */
export async function moveClock(page: Page, date: string, time: string): Promise<void> {
  await page.goto('/demo')
  await page.getByLabel('Avancer au').fill(date)
  await page.getByLabel('à (heure de Paris)').fill(time)
  await submit(page.getByRole('button', { name: 'Avancer', exact: true }))
  await expect.poll(() => demoMoment(page)).toBe(`${date} ${time}`)
}

/** What the clock panel of the open page says: « 2026-11-22 09:00 », in Paris. */
export async function demoMoment(page: Page): Promise<string> {
  const instant = await page.locator('#horloge time').getAttribute('datetime')
  return PARIS.format(new Date(instant ?? ''))
}
