import type { Actor } from '~/platform/context'
import { typeset, capital } from '~/statutes/french'

/** In what quality someone is here, in words: offices, employment, memberships. `categories`: label of each category. */
export function qualitiesOf(actor: Actor, categories: Record<string, { label: string }> = {}): string[] {
  const offices = actor.offices.map(({ label }) => label)
  const memberships = actor.actingFor.map(({ as, label, category, quality }) => {
    const what = categories[category]?.label ?? 'membre'
    return as === 'self' ? what : `${label}, ${what} (${quality})`
  })
  return [...new Set([...offices, ...(actor.coordinator ? ['coordination'] : []), ...memberships])].map((words) =>
    capital(typeset(words)),
  )
}
