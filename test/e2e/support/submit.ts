import { expect, type Locator, type Page, type Request } from '@playwright/test'

/**
 * Clicks on a button and waits for the answer to what it sends.
 * Who leaves the page or closes it before takes back what was being sent, as any browser does.
 */
export async function submit(button: Locator): Promise<void> {
  const page = button.page()
  const sent: Request[] = []
  const keep = (request: Request) => {
    if (request.method() === 'POST') sent.push(request)
  }
  page.on('request', keep)
  try {
    await button.click()
    // a form sent by script leaves within the turn of the click; one sent without it takes this page away
    await page.evaluate(() => null).catch(() => null)
    await Promise.all(sent.map((request) => request.response()))
  } finally {
    page.off('request', keep)
  }
}

/** What cannot be undone is read on « Vérifiez », then done by the button that names it. */
export async function confirmAct(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { name: /^Vérifiez\s: / })).toBeVisible()
  await submit(page.getByRole('button', { name }))
}
