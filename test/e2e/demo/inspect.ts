import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const HEIGHT = 844
const WIDTHS = [320, 390, 1280]

/** Opens a page and lists what is wrong with it, at the widths of phones and of a desk; axe judges it at some of these. */
export async function inspect(page: Page, path: string, judged: readonly number[] = [390, 1280]): Promise<string[]> {
  const answer = await page.goto(path)
  const faults: string[] = []
  if (answer?.status() !== 200) return [`${path}: ${answer?.status()}`]
  const titles = await page.locator('h1').count()
  if (titles !== 1) faults.push(`${path}: ${titles} h1`)
  if ((await page.title()).trim() === '') faults.push(`${path}: no title`)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wider > 0) faults.push(`${path}: scrolls sideways by ${wider} px at ${width} px`)
    const dropped = await droppedCells(page)
    if (dropped.length > 0) faults.push(`${path}: not shown at ${width} px: ${dropped.join(', ')}`)
    if (judged.includes(width))
      faults.push(...(await axeFaults(page)).map((fault) => `${path} at ${width} px: ${fault}`))
  }
  return faults
}

/** The cells of tables that hold something and are not drawn: what a narrow screen would keep from its reader. */
const droppedCells = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main table :is(tbody th, td)')]
      .filter((cell) => cell.innerText !== '' || cell.textContent?.trim())
      .filter((cell) => !cell.closest('details:not([open]), [popover]') && cell.getClientRects().length === 0)
      .map((cell) => `${cell.dataset.label ?? ''} ${cell.textContent}`.trim()),
  )

/** What axe finds against WCAG 2 A, AA and the RGAA 4; a mail shown in its frame is judged where mails are. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'RGAAv4'])
    .exclude('iframe')
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`)
}
