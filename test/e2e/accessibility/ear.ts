import type { Page } from '@playwright/test'
import { expect } from '../support/fixtures'

declare global {
  interface Window {
    heard: string[]
  }
}

/** Listens as a screen reader does: what is written into a region that was there before, and alerts as they come. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.heard = []
    const note = (text: string | null | undefined) => {
      const words = (text ?? '').replace(/\s+/g, ' ').trim()
      if (words) window.heard.push(words)
    }
    new MutationObserver((changes) => {
      const regions = new Set<Element>()
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const region = element?.closest('[role=status], [role=alert], [aria-live]')
        if (region) regions.add(region)
        for (const added of addedNodes)
          if (added instanceof Element)
            for (const alert of [added, ...added.querySelectorAll('[role=alert]')])
              if (alert.matches('[role=alert]')) note(alert.textContent)
      }
      for (const region of regions) note(region.textContent)
    }).observe(document, { childList: true, characterData: true, subtree: true })
  })
}

/** Something was said that matches this. */
export const hears = (page: Page, words: RegExp) =>
  expect
    .poll(() => page.evaluate(() => window.heard), { message: `heard: ${words}` })
    .toContainEqual(expect.stringMatching(words))

/** What was said so far is forgotten. */
export const forget = (page: Page) => page.evaluate(() => (window.heard = []))

/** The words of what holds the focus, which is never the bare page. */
export async function focusIsOn(page: Page, words: RegExp): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() =>
        document.activeElement === document.body
          ? ''
          : (document.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      ),
    )
    .toMatch(words)
}

/** Without a pointer: goes by Tab to the control of this name, then presses it. */
export async function pressByKey(page: Page, role: 'button' | 'link' | 'radio', name: string | RegExp, key = 'Enter') {
  await page.waitForFunction(() => '__remixRouter' in window)
  const control = page.getByRole(role, { name }).first()
  await expect(control).toBeVisible()
  for (let steps = 0; steps < 150; steps += 1) {
    if (await control.evaluate((it) => it === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(control).toBeFocused()
  await page.keyboard.press(key)
}
