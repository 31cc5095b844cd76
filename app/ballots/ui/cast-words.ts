import { list } from '~/ui/format'
import { CHOICE_WORDS } from '../choices'
import { receiptCode, type CountedVote, type VoteResult } from '../vote-result'
import type { OpenVote } from '../vote-page.query.server'

type Voted = Pick<OpenVote, 'number' | 'title' | 'voters'>

/** « Vote reçu : pour, résolution 2, Budget, pour Dr Hélène Vasseur. Reçu numéro 7F3A-91C2-04BE. »: one sentence for one press. */
export function castWords({ number, title, voters }: Voted, results: readonly VoteResult[]): string {
  const labelOf = (memberId: string) => voters.find((voter) => voter.memberId === memberId)?.label ?? ''
  const counted = results.filter((result): result is CountedVote => result.outcome === 'counted')
  const refused = results.flatMap((result) =>
    result.outcome === 'refused' ? [`Vote non compté pour ${labelOf(result.memberId)} : ${result.message}`] : [],
  )
  const [first] = counted
  if (!first) return refused.join(' ')
  const choice = first.choice ? ` : ${CHOICE_WORDS[first.choice].toLocaleLowerCase('fr')}` : ''
  const what =
    counted.length > 1
      ? `${counted.length} votes reçus`
      : first.kept
        ? 'Vote déjà reçu'
        : first.replaced
          ? 'Vote reçu à la place du précédent'
          : 'Vote reçu'
  const whose = list(counted.map(({ memberId }) => labelOf(memberId)))
  const receipts = counted.map(({ receipt }) => receiptCode(receipt))
  const proof = receipts.length > 1 ? `Reçus numéros ${list(receipts)}.` : `Reçu numéro ${receipts[0]}.`
  return [`${what}${choice}, résolution ${number}, ${title}, au nom de ${whose}. ${proof}`, ...refused].join(' ')
}
