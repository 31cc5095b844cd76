import type { Context } from '../context'
import { Refusal } from '../refusal'
import { isFresh } from './fresh'

/** An act that binds asks who it is anew. Refused (409) when identity was not proved less than 10 minutes ago. */
export function demandFresh({ actor, now }: Context): void {
  if (!isFresh(actor, now)) throw new Refusal('Confirmez d’abord votre identité, par un lien à votre adresse.')
}
