import { frenchNumber } from '~/ui/format'
import type { VotePage } from '../vote-page.query.server'

type Mine = NonNullable<NonNullable<VotePage['last']>['mine']>

/** After the closing: one's receipts, and that the box holds as many votes as were received. */
export function MyReceipts({ mine }: { mine: Mine }) {
  const { receipts, proof } = mine
  const counted = proof.unit === 'voices' ? 'voix dépouillées que reçues' : 'votes dépouillés que reçus'
  return (
    <div className="max-w-[46rem] space-y-1 text-[0.9375rem]">
      <ul>
        {receipts.map(({ label, code }) => (
          <li key={code}>
            {label}&nbsp;: vote compté, reçu n<sup>o</sup>&nbsp;<span className="tabular-nums">{code}</span>
          </li>
        ))}
      </ul>
      <p className="text-muted">
        {proof.whole
          ? `L’urne concorde : autant de ${counted} (${frenchNumber(proof.cast)}).`
          : 'L’urne ne concorde pas avec les votes reçus : signalez-le à la présidence.'}
      </p>
    </div>
  )
}
