const HEADINGS = 'h1, h2, h3'

/** Gives the focus to what can hold it, or makes it able to; the page itself stays where it is. */
export function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  if (document.activeElement === element) return
  element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/** What is read of a part of the page: itself when it takes the focus (a field, the page's frame), else its heading. */
export function landingOf(part: HTMLElement): HTMLElement {
  if (part.tabIndex >= 0 || part.hasAttribute('tabindex')) return part
  return part.querySelector<HTMLElement>(HEADINGS) ?? part
}

/** The part of the page that an address names after its « # ». */
export function placeOf(hash: string): HTMLElement | null {
  if (hash.length < 2) return null
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null
  }
}
