import { createServer } from 'node:net'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { machineSeconds, startStripePeer, type StripePeer } from '../../support/stripe/peer'
import { createDatabase } from '../support/databases'
import { expect } from '../support/fixtures'
import { plain } from '../support/papers'
import { startServer } from '../support/server'
import { moveClock } from '../demo/audience'
import { axeFaults } from '../demo/inspect'
import { press, visit, type Story } from '../demo/story'

/** Who of the demonstration owes this year's dues, and who keeps them. */
export const DUES_PEOPLE = {
  behind: 'Nadia Haddad',
  representative: 'Dr Stéphane Noël',
  body: 'Laboratoire Biomarne',
  treasurer: 'Sophie Lambert',
} as const

export type StoryOnLine = Story & {
  peer: StripePeer
  /** Stripe comes to a day of the demonstration: what happens there is dated so */
  dateStripe: (date: string) => void
  /** work during which Stripe keeps the time of the machine, as its pages are open for an hour of it */
  atMachineTime: (work: () => Promise<void>) => Promise<void>
}

/** The demonstration with an account of Stripe linked, its peer telling what happens to the server. */
export async function startStoryOnLine(): Promise<StoryOnLine> {
  let dated: number | null = null
  let atMachine = false
  const shown = () => dated ?? machineSeconds() + Number(process.env.CLOCK_SHIFT)
  const peer = await startStripePeer({ now: () => (atMachine ? machineSeconds() : shown()) })
  const port = await freePort()
  const databaseUrl = await createDatabase({ seeded: true })
  const server = await startServer(databaseUrl, {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    STRIPE_SECRET_KEY: 'sk_test_peer',
    STRIPE_WEBHOOK_SECRET: peer.secret,
    STRIPE_API_URL: peer.url,
  })
  peer.tellTo(`${server.url}/webhooks/stripe`)
  const stop = async () => {
    await server.stop()
    await peer.stop()
  }
  const dateStripe = (date: string) => void (dated = Date.parse(`${date}T09:00:00Z`) / 1000)
  const atMachineTime = async (work: () => Promise<void>) => {
    atMachine = true
    await work()
    atMachine = false
  }
  return { databaseUrl, url: server.url, stop, peer, dateStripe, atMachineTime }
}

/** The demonstration comes to a day, and Stripe with it. */
export async function comeTo(story: StoryOnLine, page: Page, date: string): Promise<void> {
  await moveClock(page, date, '10:00')
  story.dateStripe(date)
}

/** Someone in a browser of his own, its console watched. */
export async function watched(
  { watch }: { watch: (context: BrowserContext) => void },
  ...[browser, story, name, device]: [Browser, Story, string, Parameters<typeof visit>[3]?]
): Promise<Page> {
  const page = await visit(browser, story, name, device)
  watch(page.context())
  return page
}

/** From « Mes cotisations » to the hosted page of Stripe, for what is owed. */
export async function goToHostedPage(story: StoryOnLine, page: Page): Promise<void> {
  await page.goto('/mes-cotisations')
  await page.getByRole('link', { name: 'Payer par carte ou prélèvement' }).click()
  await expect(page.getByRole('heading', { name: 'Payer mes cotisations' })).toBeVisible()
  await toHostedPage(story, page)
}

/** From the page where dues are chosen. */
export async function toHostedPage({ atMachineTime }: StoryOnLine, page: Page): Promise<void> {
  await atMachineTime(async () => {
    await press(page, 'Payer par carte ou prélèvement')
    await expect(page.getByRole('heading', { name: 'Paiement sécurisé' })).toBeVisible()
  })
}

/** Nothing for axe to say of the page as it stands. */
export async function judged(page: Page): Promise<void> {
  expect(await axeFaults(page), page.url()).toEqual([])
}

/** The mails of the demonstration that a search finds, by their subjects, the latest first. */
export async function mails(page: Page, search: string): Promise<string[]> {
  await page.goto(`/demo/courriels?${new URLSearchParams({ q: search })}`)
  const links = page.locator('main table').getByRole('link')
  return (await links.allInnerTexts()).map(plain)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
