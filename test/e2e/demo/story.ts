import { type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { createDatabase } from '../support/databases'
import { startServer } from '../support/server'
import { submit } from '../support/submit'
import { demoMoment, enterAs } from './audience'

/** Of one act: far less than the time of a story, so that what fails says where. */
const PATIENCE_MS = 20_000
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 900 }

export type Story = Awaited<ReturnType<typeof startStory>>

/** The demonstration in a database of its own, so that a story may move its clock. */
export async function startStory() {
  const databaseUrl = await createDatabase({ seeded: true })
  const { url, stop } = await startServer(databaseUrl)
  return { databaseUrl, url, stop }
}

type Device = Pick<BrowserContextOptions, 'javaScriptEnabled'> & { phone?: boolean }

/** Somebody of the demonstration in a browser of his own, signed in. */
export async function visit(browser: Browser, { url }: Story, name: string, device: Device = {}): Promise<Page> {
  const { phone = false, ...options } = device
  const context = await browser.newContext({
    ...options,
    baseURL: url,
    viewport: phone ? PHONE : DESK,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await enterAs(page, name)
  return page
}

/** Presses the one button of this name. */
export const press = (page: Page, name: string | RegExp) => submit(page.getByRole('button', { name }))

/** A civil date so many days after another. */
export function daysAfter(date: string, days: number): string {
  const moved = new Date(`${date}T12:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The day of the demonstration, as its clock panel says it. */
export async function today(page: Page): Promise<string> {
  await page.goto('/demo')
  return (await demoMoment(page)).slice(0, 10)
}
