/** A tag of a parsed document: its text, or what it holds, or several of them. */
export type Node = unknown

const isRecord = (node: Node): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null && !Array.isArray(node)

/** What stands under these tags, the first where there are several; undefined when it is not there. */
export const under = (node: Node, ...tags: string[]): Node =>
  tags.reduce<Node>(
    (found, tag, index) => {
      const next = isRecord(found) ? found[tag] : undefined
      return Array.isArray(next) && index < tags.length - 1 ? next[0] : next
    },
    Array.isArray(node) ? node[0] : node,
  )

/** Absent, one or several: a list. */
export const listOf = (node: Node): Node[] =>
  node === undefined || node === '' ? [] : Array.isArray(node) ? node : [node]

/** The text under these tags; '' when there is none. A tag with attributes holds its text apart. */
export function textAt(node: Node, ...tags: string[]): string {
  const [found] = listOf(under(node, ...tags))
  if (typeof found === 'string' || typeof found === 'number') return String(found).trim()
  const text = isRecord(found) ? found['#text'] : undefined
  return typeof text === 'string' || typeof text === 'number' ? String(text).trim() : ''
}
