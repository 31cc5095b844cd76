import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect } from '../support/fixtures'
import { plain } from './online'

/** The text of a PDF that a link of the page leads to, as it reads. */
export async function readPdf(page: Page, link: string | RegExp, rank = 0): Promise<string> {
  const path = await page.getByRole('link', { name: link }).nth(rank).getAttribute('href')
  const answer = await page.request.get(path ?? '')
  expect(answer.status(), path ?? 'no link').toBe(200)
  expect(answer.headers()['content-type']).toContain('application/pdf')
  const input = await answer.body()
  return plain(execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }))
}
