import { expect, test } from '../support/fixtures'
import { enterAs, PEOPLE, type Quality } from './audience'
import { inspect } from './inspect'
import { productPages, type ProductPage } from './product-pages'

test.use({ trace: 'off' })
test.describe.configure({ mode: 'parallel', timeout: 240_000 })

let pages: ProductPage[]
/** Written by the browser when axe looks at the frame of a mail, where no script may run. */
const SANDBOXED = /document's frame is sandboxed/

// before each, not all: tests that share a hook for all are handed out in blocks, and not one by one
test.beforeEach(async ({ consoleWatch }) => {
  consoleWatch.expectConsoleError(SANDBOXED)
  pages = await productPages(process.env.E2E_DATABASE_URL ?? '')
})

/** Whose pages axe judges at both widths. */
const FULLY: Quality[] = ['president', 'active']
/** The longest walks are shared out, and begin first. */
const PARTS: Record<Quality, number> = {
  president: 3,
  active: 2,
  founder: 1,
  coordinator: 1,
  representative: 1,
  honorary: 1,
}
const walks = (Object.keys(PARTS) as Quality[]).flatMap((visitor) =>
  Array.from({ length: PARTS[visitor] }, (_, part) => ({ visitor, part, of: PARTS[visitor] })),
)

/** For the others axe looks at their own home and at what neither of those sees: the rest is drawn alike. */
function judgedWidths(visitor: Quality, { path, opensTo }: ProductPage): number[] {
  if (FULLY.includes(visitor)) return [390, 1280]
  return path === '/' || !FULLY.some((full) => opensTo.includes(full)) ? [390] : []
}

const MISSING = /status of 404/

for (const { visitor, part, of } of walks)
  test(`${visitor}, ${part + 1} of ${of}: the pages open to this person are whole, the others do not exist`, async ({
    page,
  }) => {
    await enterAs(page, PEOPLE[visitor])
    const faults: string[] = []
    for (const { path, opensTo } of pages.filter((_, index) => index % of === part)) {
      if (opensTo.includes(visitor))
        faults.push(...(await inspect(page, path, judgedWidths(visitor, { path, opensTo }))))
      else {
        const answer = await page.request.get(path, { maxRedirects: 0 })
        const hidden = answer.status() === 404 || (path === '/connexion' && answer.status() === 302)
        if (!hidden) faults.push(`${path}: open to ${visitor} (${answer.status()})`)
      }
    }
    expect(faults).toEqual([])
  })

test('anonymous: the public pages are whole, the others send to the sign-in page and come back', async ({ page }) => {
  const faults: string[] = []
  for (const { path, opensTo } of pages) {
    if (opensTo.includes('anonymous')) faults.push(...(await inspect(page, path)))
    else {
      const answer = await page.request.get(path, { maxRedirects: 0 })
      const { location } = answer.headers()
      if (location !== `/connexion?vers=${encodeURIComponent(path)}`)
        faults.push(`${path}: ${answer.status()} ${location}`)
    }
  }
  expect(faults).toEqual([])
})

test('a page that one may not open is the page that does not exist', async ({ page, consoleWatch }) => {
  consoleWatch.expectConsoleError(MISSING)
  await enterAs(page, PEOPLE.active)
  const words = async (path: string) => {
    await page.goto(path)
    return page.locator('main').innerText()
  }
  const nowhere = await words('/rien-ici')
  for (const { path, opensTo } of pages.filter(({ path }) => /^\/membres$|\/convocation$/.test(path)))
    if (!opensTo.includes('active')) expect(await words(path), path).toBe(nowhere)
})
