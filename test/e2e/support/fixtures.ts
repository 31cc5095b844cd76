import { test as base, expect, type BrowserContext, type ConsoleMessage } from '@playwright/test'

/**
 * A live page left, or another act begun on it, while it loaded its facts again: the router aborts the request, and the decoder of
 * its answer says so to the console, in one of two ways as the answer had begun or not. The page goes on.
 */
export const LEFT_WHILE_LOADING = /BodyStreamBuffer was aborted|AbortError: signal is aborted/

type Watch = {
  /** Says that a console error matching this is part of the story. */
  expectConsoleError: (pattern: RegExp) => void
  /** Watches a context that the test opens itself: another role, a phone. */
  watch: (context: BrowserContext) => void
}

/** Playwright's test, which fails when a page wrote an error to its console that the story does not expect. */
export const test = base.extend<{ consoleWatch: Watch }>({
  consoleWatch: [
    async ({ context }, use) => {
      const errors: string[] = []
      const expected: RegExp[] = []
      const note = (message: ConsoleMessage) => {
        if (message.type() === 'error' || message.type() === 'warning')
          errors.push(`${message.text()} (${message.location().url})`)
      }
      const watch = (each: BrowserContext) => {
        each.on('console', note)
        each.on('weberror', (error) => errors.push(String(error.error())))
      }
      watch(context)
      await use({ expectConsoleError: (pattern) => void expected.push(pattern), watch })
      expect(errors.filter((error) => !expected.some((pattern) => pattern.test(error)))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
