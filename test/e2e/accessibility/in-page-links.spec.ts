import type { Locator, Page } from '@playwright/test'
import { enterAs, PEOPLE } from '../demo/audience'
import { expect, test } from '../support/fixtures'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 900 }

/** The live router and its restoration of scroll are there. */
const alive = (page: Page) => page.waitForFunction(() => '__remixRouter' in window)
const scrolled = (page: Page) => page.evaluate(() => window.scrollY)

/** The top of what a link leads to stands in the upper half of the window. */
async function isInSight(target: Locator) {
  await expect
    .poll(() => target.evaluate((it) => it.getBoundingClientRect().top / window.innerHeight))
    .toBeLessThan(0.5)
  expect(await target.evaluate((it) => it.getBoundingClientRect().bottom)).toBeGreaterThan(0)
}

for (const viewport of [DESK, PHONE])
  test(`the contents of the statutes lead to each article in turn, back and forward, at ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto('/statuts')
    await alive(page)
    const go = async (article: string) => {
      const contents = page.locator('summary', { hasText: 'Sommaire' })
      if (await contents.isVisible()) {
        const open = await contents.evaluate((it) => it.parentElement?.hasAttribute('open'))
        if (!open) await contents.click()
      }
      await page.locator(`nav[aria-label="Sommaire"] a[href="#art-${article}"]:visible`).click()
      await isInSight(page.locator(`[id="art-${article}"]`))
    }
    await page.evaluate(() => window.scrollTo(0, 60))
    for (const article of ['6', '13.2', '8.1', '15', '6', '15']) await go(article)
    await expect(page.locator('#art-15 h2')).toBeFocused()
    // back is where the reader was: on a wide screen at the article, on a phone at the contents, whose links are above
    if (viewport === PHONE) return
    await page.goBack()
    await isInSight(page.locator('#art-6'))
    await page.goBack()
    await isInSight(page.locator('#art-15'))
    await page.goForward()
    await isInSight(page.locator('#art-6'))
    for (let steps = 0; steps < 5; steps += 1) await page.goBack()
    await expect(page).toHaveURL('/statuts')
    await expect.poll(() => scrolled(page)).toBeLessThan(100)
  })

test('after a page of its own an in-page link still leads where it says', async ({ page }) => {
  await page.goto('/statuts')
  await alive(page)
  await page.locator('a[href="#art-15"]:visible').first().click()
  await page.getByRole('link', { name: 'Règlement intérieur', exact: true }).click()
  await expect(page).toHaveURL('/statuts/reglement-interieur')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Statuts' })).toBeVisible()
  await page.locator('a[href="#art-6"]:visible').first().click()
  await isInSight(page.locator('#art-6'))
})

test('each fault of a form leads to its field, which takes the focus in sight, at 390 px', async ({
  page,
  consoleWatch,
}) => {
  consoleWatch.expectConsoleError(/status of 400/)
  await page.setViewportSize(PHONE)
  await enterAs(page, PEOPLE.president)
  await page.goto('/membres/nouveau')
  await alive(page)
  await page.locator('main').getByRole('button', { name: 'Proposer cette reprise' }).click()
  const summary = page.getByRole('alert').filter({ hasText: 'à corriger' })
  await expect(summary).toBeFocused()
  const links = summary.getByRole('link')
  const faults = await links.count()
  expect(faults).toBeGreaterThan(2)
  for (const rank of [0, 1, faults - 1, 1]) {
    const target = (await links.nth(rank).getAttribute('href')) ?? ''
    await links.nth(rank).click()
    const field = page.locator(`[id="${target.slice(1)}"]`)
    await expect(field).toBeFocused()
    await isInSight(field)
  }
  // one fault mended among several: the list gets shorter, and the cursor stays where the person types
  const act = page.getByLabel('Acte cité')
  await act.pressSequentially('AGO du 12 juin 2026')
  await expect(links).toHaveCount(faults - 1)
  await expect(act).toBeFocused()
})

test('a place typed in the address is reached too, one after the other', async ({ page }) => {
  await page.goto('/statuts')
  await alive(page)
  for (const article of ['15', '6', '15']) {
    await page.evaluate((hash) => (window.location.hash = hash), `#art-${article}`)
    await isInSight(page.locator(`[id="art-${article}"]`))
  }
})

test('the first link of every page leads into it', async ({ page }) => {
  await page.goto('/statuts')
  await alive(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})
