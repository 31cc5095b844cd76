import { expect, type Page } from '@playwright/test'
import { submit } from './submit'

/** Presses a choice; a secret vote says it back, and leaves when it is confirmed. */
export async function pressChoice(page: Page, choice: string): Promise<void> {
  await submit(page.getByRole('button', { name: choice, exact: true }).first())
  if (!(await page.getByText('Vote secret', { exact: true }).first().isVisible())) return
  const confirm = page.getByRole('button', { name: 'Confirmer mon choix' })
  await expect(confirm).toBeVisible()
  await submit(confirm)
}
