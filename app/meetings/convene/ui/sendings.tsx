import { Link } from '@remix-run/react'

type Sending = {
  sequence: number
  kind: 'CONVOCATION' | 'CORRECTION' | 'CANCELLATION'
  when: string
  signer: string
  contentHash: string
  lateReason: string | null
}

const KINDS = { CONVOCATION: 'Convocation', CORRECTION: 'Correction', CANCELLATION: 'Annulation' } as const

/** The sendings of a meeting, oldest first; each leads to its proof. */
export function Sendings({ sendings, current }: { sendings: readonly Sending[]; current: number }) {
  return (
    <ol className="max-w-[46rem] space-y-3">
      {sendings.map(({ sequence, kind, when, signer, contentHash, lateReason }) => (
        <li key={sequence} className="border-l-4 border-rule pl-4">
          <p className="font-semibold">
            {sequence === current ? (
              `${KINDS[kind]} (celle de cette page)`
            ) : (
              <Link to={`?envoi=${sequence}`}>{KINDS[kind]}</Link>
            )}
            , le {when}
          </p>
          <p>Signée par {signer}.</p>
          {lateReason ? <p>Décidée hors délai. Motif du Président&nbsp;: {lateReason}</p> : null}
          <details className="text-[0.8125rem] text-muted">
            <summary>Empreinte du contenu</summary>
            <p className="break-all">SHA-256 {contentHash}</p>
          </details>
        </li>
      ))}
    </ol>
  )
}
