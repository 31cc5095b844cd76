import { judgeExclusionDecision, type ExclusionDecision } from './exclusion'
import { plainCount } from './french'
import { lawful, reason, unlawful, type Ruling } from './ruling'
import type { BodyKey, Statutes } from './schema'

/** Why a founder ceases to be one (6.1-b). */
export const FOUNDER_LOSSES = ['conviction', 'renunciation', 'legal-personality', 'unpaid'] as const
export type FounderLoss = (typeof FOUNDER_LOSSES)[number]

/** What carries each cause out: a vote after a defence, the founder's own letter, the end of the membership, or 6.4-b. */
export const FOUNDER_LOSS_WAYS = {
  conviction: 'vote',
  renunciation: 'letter',
  'legal-personality': 'end-of-membership',
  unpaid: 'dues',
} as const satisfies Record<FounderLoss, string>

export type FounderLossAct = { category: string } & (
  | { cause: 'conviction'; body: BodyKey; decision: Omit<ExclusionDecision, 'by' | 'organ'> }
  | { cause: 'renunciation'; inWriting: boolean }
  | { cause: 'legal-personality' }
  | { cause: 'unpaid'; unpaidYears: number }
)

/**
 * 6.1-b: does this founder lose the title? An incompatible conviction: the ordinary assembly decides, after the same defence as
 * for an exclusion. He may give the title up in writing. A body that ceases to exist leaves the association altogether.
 * Unpaid dues: `founderUnpaidYears` years at least, and the procedure of 6.4-b.
 */
export function judgeFounderLoss(statutes: Statutes, act: FounderLossAct): Ruling {
  if (act.category !== 'founder') return unlawful(reason('6.1-b', 'Seul un fondateur peut perdre cette qualité.'))
  switch (act.cause) {
    case 'conviction':
      return byAssembly(statutes, act)
    case 'renunciation': {
      const said = reason('6.1-b', 'Un fondateur renonce à cette qualité par écrit ; il reste membre.')
      return act.inWriting ? lawful(said) : unlawful(said)
    }
    case 'legal-personality':
      return lawful(
        reason('6.1-b', 'La perte de la personnalité juridique met fin à la qualité de fondateur et à l’adhésion.'),
      )
    case 'unpaid': {
      const least = statutes.dues.founderUnpaidYears
      const said = reason(
        '6.1-b',
        `Le non-paiement est répété : ${plainCount(least, 'année')} de cotisation au moins, puis la procédure de radiation.`,
        { required: least, counted: act.unpaidYears },
      )
      return act.unpaidYears >= least ? lawful(said) : unlawful(said)
    }
  }
}

function byAssembly(statutes: Statutes, { body, decision }: Extract<FounderLossAct, { cause: 'conviction' }>): Ruling {
  const judged = judgeExclusionDecision(statutes, { ...decision, by: body, organ: 'ago' })
  const said = reason(
    '6.1-b',
    'Une condamnation incompatible fait perdre la qualité de fondateur si l’assemblée générale ordinaire le décide.',
  )
  return { ...judged, reasons: [said, ...judged.reasons] }
}
