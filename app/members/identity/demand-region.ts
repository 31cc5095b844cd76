import { Refusal } from '~/platform/refusal'
import type { Statutes } from '~/statutes/schema'
import { judgeRegion } from './region'

/** Throws (409, article 6) unless the postcode is in the region of the statutes; the sentence stands beside the field. */
export function demandRegion(statutes: Statutes, postcode: string | null): void {
  const ruling = judgeRegion(statutes, postcode)
  if (ruling.outcome === 'lawful') return
  const sentence = ruling.reasons[0]?.sentence ?? 'Le territoire des statuts ne le permet pas.'
  throw new Refusal(sentence, { reasons: ruling.reasons, fieldErrors: { postcode: [sentence] } })
}
