const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>' }
const decoded = (text: string) => text.replace(/&(?:amp|quot|#x27|lt|gt);/g, (found) => entities[found] ?? found)

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decoded(found)
}

/** An act that a page offers: where it is sent, and what pressing one of its buttons sends with nothing filled in. */
export type OfferedAct = { to: string; fields: [string, string][] }

/** What a page of ours offers: the pages and files that it leads to, and the acts of its forms, one a button. */
export function offeredBy(html: string, at: string): { links: string[]; acts: OfferedAct[] } {
  const here = new URL(at, 'http://site.example')
  const inside = (href: string) => {
    const url = new URL(href, here)
    return url.host === here.host ? [url.pathname + url.search] : []
  }
  const links = [...html.matchAll(/<a\b[^>]*>/g)].flatMap(([tag]) => inside(attribute(tag, 'href') ?? at))
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', body = '']) => ({ head, body }))
  return {
    links: [
      ...links,
      ...forms.filter(({ head }) => !isPost(head)).flatMap(({ head }) => inside(attribute(head, 'action') ?? at)),
    ],
    acts: forms
      .filter(({ head }) => isPost(head))
      .flatMap(({ head, body }) =>
        inside(attribute(head, 'action') ?? at).flatMap((to) =>
          buttonsOf(body).map((button) => ({ to, fields: [...fieldsOf(body), ...button] })),
        ),
      ),
  }
}

const isPost = (head: string) => attribute(head, 'method') === 'post'

/** One entry a button that sends the form. */
function buttonsOf(body: string): [string, string][][] {
  const buttons = [...body.matchAll(/<button\b[^>]*>/g)].filter(([tag]) => attribute(tag, 'type') !== 'button')
  return buttons.map(([tag]) => {
    const name = attribute(tag, 'name')
    return name ? [[name, attribute(tag, 'value') ?? '']] : []
  })
}

/** Hidden fields with their value, the first choice of each list, what is ticked; the rest is left empty. */
function fieldsOf(body: string): [string, string][] {
  const inputs = [...body.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const name = attribute(tag, 'name')
    const boxed = ['checkbox', 'radio'].includes(attribute(tag, 'type') ?? '')
    if (!name || attribute(tag, 'type') === 'file' || (boxed && !/\schecked/.test(tag))) return []
    return [[name, attribute(tag, 'value') ?? (boxed ? 'on' : '')]]
  })
  const lists = [...body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(([, head = '', options = '']) => {
    const name = attribute(head, 'name')
    const values = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attribute(tag, 'value') ?? '')
    const value = values.find((one) => one !== '')
    return name && value !== undefined ? [[name, value] as [string, string]] : []
  })
  return [...inputs, ...lists]
}

/** Addresses that differ by an id, a number or what is asked of them are of one kind. */
export const kindOf = (path: string): string => {
  const url = new URL(path, 'http://site.example')
  const plain = url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/\d+(?=\/|\.|$)/g, '/:n')
  return [plain, ...[...url.searchParams.keys()].toSorted()].join(' ')
}
