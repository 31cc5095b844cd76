import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { axeFaults } from '../demo/inspect'
import { submit } from '../support/submit'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 900 }

/** Somebody of the story in a browser of his own, entered by the door of the demonstration. */
export class Person {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
  ) {}

  static async enter(browser: Browser, url: string, name: string, viewport = DESK): Promise<Person> {
    const context = await browser.newContext({ viewport, baseURL: url, locale: 'fr-FR', timezoneId: 'Europe/Paris' })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    const person = new Person(context, page, url)
    if (name) await person.become(name)
    return person
  }

  async become(name: string) {
    await this.page.goto('/demo')
    await this.page
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click()
    await expect(this.page).not.toHaveURL(/\/demo$/)
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  async go(path: string) {
    await this.page.goto(path)
  }

  async press(name: string | RegExp) {
    await submit(this.page.getByRole('button', { name }).first())
  }

  async fill(label: string | RegExp, value: string) {
    await this.page.getByLabel(label).first().fill(value)
  }

  /** Chooses the option whose words contain this. */
  async choose(label: string | RegExp, words: string) {
    const select = this.page.getByLabel(label, { exact: true }).first()
    const value = await select.locator('option', { hasText: words }).first().getAttribute('value')
    await select.selectOption(value)
  }

  async sees(text: string | RegExp) {
    await expect(this.page.locator('main').getByText(text).first()).toBeVisible()
  }

  /** No fault of accessibility in the state that the page is in, and no sideways scroll. */
  async isAccessible() {
    expect(await axeFaults(this.page)).toEqual([])
    const wider = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBeLessThanOrEqual(0)
  }

  close() {
    return this.context.close()
  }
}
