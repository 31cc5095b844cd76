import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect } from '../support/fixtures'
import { plain } from './mail'

/** The text of the PDF at this address, for the person of the page, as it reads. */
export async function readPdf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path)
  expect(answer.status(), path).toBe(200)
  expect(answer.headers()['content-type']).toContain('application/pdf')
  const input = await answer.body()
  return plain(execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }))
}

/** Where a link of the page leads. */
export async function addressOf(page: Page, name: string | RegExp): Promise<string> {
  return (await page.getByRole('link', { name }).first().getAttribute('href')) ?? ''
}
