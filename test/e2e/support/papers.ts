import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** Without the spaces of fine typography nor the breaks of lines: what is said, not how it is set. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The text of the PDF at this address, for the person of the page, as it reads. */
export async function readPdf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path)
  expect(answer.status(), path).toBe(200)
  expect(answer.headers()['content-type']).toContain('application/pdf')
  const input = await answer.body()
  return plain(execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }))
}

/** Where a link of the page leads. */
export async function addressOf(page: Page, name: string | RegExp, rank = 0): Promise<string> {
  return (await page.getByRole('link', { name }).nth(rank).getAttribute('href')) ?? ''
}

/** The text of the PDF that a link of the page leads to. */
export const readPdfOf = async (page: Page, link: string | RegExp, rank = 0): Promise<string> =>
  readPdf(page, await addressOf(page, link, rank))
