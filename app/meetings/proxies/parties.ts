import type { Context } from '~/platform/context'
import { notFound, Refusal } from '~/platform/refusal'
import type { Elector } from '../electorate.server'
import type { ProxyFacts } from './proxy-book.server'

/** The giver and the holder among the electors; 404 for somebody who is not one of them. */
export function partiesOf(
  facts: ProxyFacts,
  giverId: string,
  holderId: string,
): { meeting: ProxyFacts['meeting']; giver: Elector; holder: Elector } {
  const giver = facts.rights.find(({ id }) => id === giverId)
  const holder = facts.rights.find(({ id }) => id === holderId)
  if (!giver || !holder) throw notFound()
  return { meeting: facts.meeting, giver, holder }
}

/** Whether the actor speaks for this member today. */
export function speaksFor(ctx: Context, memberId: string): boolean {
  return ctx.actor.actingFor.some((membership) => membership.memberId === memberId)
}

/** Proxies are given, answered and taken back between the convocation and the end of the session. */
export function demandRunning({ state }: { state: string }): void {
  if (state === 'CONVENED' || state === 'OPEN') return
  const sentence =
    state === 'DRAFT'
      ? 'Cette réunion n’est pas encore convoquée.'
      : 'Cette réunion est terminée : les pouvoirs ne changent plus.'
  throw new Refusal(sentence)
}
