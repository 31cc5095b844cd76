import { expect, test } from './support/fixtures'
import { startServer } from './support/server'

test('the home page is drawn and comes alive under its content security policy', async ({ page }) => {
  const answer = await page.goto('/')
  expect(answer?.headers()['content-security-policy']).toContain("'strict-dynamic'")
  await expect(page.locator('main')).toBeVisible()
  await page.waitForFunction(() => '__remixRouter' in window)
})

test('an unknown address is a real 404, drawn like any page', async ({ page, consoleWatch }) => {
  consoleWatch.expectConsoleError(/404/)
  const answer = await page.goto('/rien-ici')
  expect(answer?.status()).toBe(404)
  await expect(page.locator('main')).toBeVisible()
})

test('a shifted clock is refused where it is no demonstration', async () => {
  const started = startServer(process.env.E2E_DATABASE_URL ?? '', { DEMO: '0', CLOCK_SHIFT: '86400' })
  await expect(started).rejects.toThrow('the server ended at start (1)')
})
