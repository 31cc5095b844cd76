import type { Page } from '@playwright/test'
import { expect } from '../support/fixtures'
import { plain } from '../support/papers'

/** What Chromium says of a mail shown in its frame, which lets no script run, when the browser is being watched. */
export const MAIL_FRAME = /Blocked script execution in '.*contenu'/

/** The text of the latest mail to this address with this subject, once it is ready; any page of the demonstration reads it. */
export async function readMail(page: Page, to: string, subject: string | RegExp): Promise<string> {
  const text = page.locator('pre')
  await expect(async () => {
    await page.goto(`/demo/courriels?${new URLSearchParams({ q: to })}`)
    await page.getByRole('link', { name: subject }).first().click({ timeout: 2_000 })
    await expect(text).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  return plain(await text.innerText())
}

/** How many mails this address got. */
export async function countMails(page: Page, to: string): Promise<number> {
  await page.goto(`/demo/courriels?${new URLSearchParams({ q: to })}`)
  return page.getByRole('row').filter({ hasText: to }).count()
}
