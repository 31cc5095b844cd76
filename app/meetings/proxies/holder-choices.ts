import { fold, searchWords } from '~/platform/folding'
import { holderRoom, lawfulHolders } from '~/statutes/proxies'
import { categoryOf } from '~/statutes/schema'
import { plural } from '~/ui/format'
import type { ProxyFacts } from './proxy-book.server'

/** Beyond that many, the holder is searched by name. */
const MANY = 12

export type HolderChoice = { id: string; label: string; category: string; room: string }

/** Whom a member may lawfully give his proxy to now (6.1-d, 6.2-c), with what is left of each one's limits. */
export function holderChoices(
  facts: ProxyFacts,
  giverId: string,
  search: string,
): { choices: HolderChoice[]; total: number; searchable: boolean } {
  const { statutes, meeting, rights, live, present } = facts
  const ids = new Set(lawfulHolders(statutes, meeting.body, rights, live, giverId, present))
  const lawful = rights.filter(({ id }) => ids.has(id))
  const words = searchWords(search)
  const found = lawful.filter(({ label }) => words.every((word) => fold(label).includes(word)))
  const shown = words.length > 0 || lawful.length <= MANY ? found.slice(0, MANY * 4) : []
  return {
    total: lawful.length,
    searchable: lawful.length > MANY,
    choices: shown.map(({ id, label, category }) => ({
      id,
      label,
      category: (categoryOf(statutes, category)?.label ?? category).replace(/'/g, '’'),
      room: roomWords(holderRoom(statutes, meeting.body, rights, live, id)),
    })),
  }
}

function roomWords({ held, proxiesLeft }: { held: number; proxiesLeft: number | null }): string {
  const left = proxiesLeft === null ? 'sans limite' : `peut encore en recevoir ${proxiesLeft}`
  return held === 0 ? `Ne détient aucun pouvoir, ${left}.` : `Détient ${plural(held, 'pouvoir')}, ${left}.`
}
