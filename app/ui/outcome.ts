import { focusOn } from './focus'

/** What may tell how an act ended: a message, a part marked so, or a heading that was not there before. */
const TELLING = '[data-outcome], h1, h2, h3'

const shown = (element: HTMLElement) => element.checkVisibility?.() ?? true

function telling(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(TELLING)].filter(shown)
}

const main = (): HTMLElement | null => document.querySelector('main')

/** The words of all that could be the outcome of an act, as the page stands. */
export function wordsShown(): ReadonlySet<string> {
  const root = main()
  return new Set(root ? telling(root).map(({ textContent }) => textContent ?? '') : [])
}

/** What the page says of the act since `before`: a refusal first, then the first message, else the first heading, that is new. */
export function newOutcome(before: ReadonlySet<string>): HTMLElement | null {
  const root = main()
  if (!root) return null
  const refusal = root.querySelector<HTMLElement>('[data-outcome="refusal"]')
  if (refusal) return refusal
  const fresh = telling(root).filter(({ textContent }) => !before.has(textContent ?? ''))
  return fresh.find((element) => element.dataset.outcome === 'said') ?? fresh[0] ?? null
}

/** The title of the page, which every page has. */
export const pageTitle = (): HTMLElement | null => document.querySelector<HTMLElement>('main h1') ?? main()

/** Gives the focus to what tells how an act ended, in sight. */
export function showOutcome(element: HTMLElement): void {
  focusOn(element)
  element.scrollIntoView({ block: 'nearest' })
}
