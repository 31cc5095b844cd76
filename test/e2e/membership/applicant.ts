import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { press, type Story } from '../demo/story'

/** Somebody who is not a member yet, as he fills the public form. */
export const APPLICANT = {
  label: 'Inès Baudry',
  /** as the register sorts it */
  inRegister: /^Baudry Inès/,
  email: 'ines.baudry@exemple.fr',
  rpps: '10001234565',
  /** one digit of the key is wrong */
  wrongRpps: '10001234566',
} as const

type Given = { rpps?: string; postcode?: string; town?: string }

/** A visitor who is signed in nowhere, on a phone. */
export async function stranger(
  browser: Browser,
  { url }: Story,
  options: Pick<BrowserContextOptions, 'javaScriptEnabled'> = {},
): Promise<Page> {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({
    ...options,
    baseURL: url,
    viewport,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

/** Fills the whole request to join. */
export async function fillApplication(page: Page, given: Given = {}): Promise<void> {
  const { rpps = APPLICANT.rpps, postcode = '94170', town = 'Le Perreux-sur-Marne' } = given
  const fields: [string | RegExp, string][] = [
    ['Nom', 'Baudry'],
    ['Prénom', 'Inès'],
    ['Profession', 'infirmière'],
    [/^Numéro RPPS/, rpps],
    ['Courriel', APPLICANT.email],
    ['Adresse professionnelle', '3 rue de la Marne'],
    ['Code postal', postcode],
    ['Commune', town],
  ]
  for (const [label, value] of fields) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel(/^Je m’engage/).check()
  for (const text of await page.getByLabel(/^J’ai lu et j’accepte/).all()) await text.check()
  await page.getByLabel(/^J’accepte que les convocations/).check()
}

export const send = (page: Page) => press(page, 'Envoyer ma demande')
