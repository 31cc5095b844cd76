import { expect, type Page } from '@playwright/test'
import { press } from './story'

/** Signs a member in at the desk, by the name that he types. */
export async function signIn(desk: Page, meeting: string, name: RegExp): Promise<void> {
  await desk.goto(`${meeting}/emargement`)
  await desk.getByRole('link', { name }).click()
  await desk.getByLabel('Ou écrivez votre nom').fill('signé à l’accueil')
  await press(desk, 'Valider l’arrivée')
  await expect(desk.getByRole('status').filter({ hasText: 'Présence enregistrée' })).toBeVisible()
}
