import type { Actor } from '~/platform/context'
import { REPLACEMENT_CAUSES, type OpenSession } from './open-session.form'

export type Chair = { memberId: string | null; name: string; quality: string; replaces: boolean }

/**
 * In what quality the actor may preside: the President by right, else a vice-president in his place, who says why when no
 * replacement is recorded (10-a). Null for anybody else; `cause` when a cause is still to be said.
 */
export function chairOf(actor: Actor, cause?: OpenSession['cause']): Chair | 'cause' | null {
  const held = (office: string, via: 'mandate' | 'replacement') =>
    actor.offices.find((power) => power.office === office && power.via === via)
  const president = held('president', 'mandate')
  if (president)
    return { memberId: president.memberId, name: actor.name, quality: 'présidence de l’association', replaces: false }
  const vice = held('vice-president', 'mandate')
  const memberId = vice?.memberId ?? actor.actingFor[0]?.memberId ?? null
  if (held('president', 'replacement'))
    return { memberId, name: actor.name, quality: 'vice-présidence, en remplacement du Président', replaces: true }
  if (!vice) return null
  if (!cause) return 'cause'
  return { memberId, name: actor.name, quality: `vice-présidence, ${REPLACEMENT_CAUSES[cause]}`, replaces: true }
}
