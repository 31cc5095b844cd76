import { frenchDate } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { RulingPanel } from '~/ui/ruling-panel'
import type { AfterNoQuorum } from '../session-page.query.server'

/** After a default: the second session that the statutes allow, the one already convened, or why there is none. */
export function NoQuorumNext({ meetingId, after }: { meetingId: string; after: AfterNoQuorum }) {
  const { second, offer, mayConvene } = after
  if (second)
    return (
      <Notice tone="success" title={`Seconde session convoquée pour le ${frenchDate(second.date, { weekday: true })}`}>
        <ButtonLink to={`/assemblees/${second.id}`} tone="secondary">
          Voir la seconde session
        </ButtonLink>
      </Notice>
    )
  if (!offer.possible) return <RulingPanel outcome="unlawful" title="Pas de seconde session" reasons={[offer.reason]} />
  return (
    <div className="space-y-4">
      <p className="max-w-measure">
        Les statuts permettent une seconde session, avec le même ordre du jour, du{' '}
        {frenchDate(offer.range.earliest, { weekday: true })}
        {offer.range.latest ? ` au ${frenchDate(offer.range.latest, { weekday: true })}` : ''}. Elle délibère quel que
        soit le nombre des présents.
      </p>
      {mayConvene ? (
        <ButtonLink to={`/assemblees/${meetingId}/seconde-session`}>Convoquer la seconde session</ButtonLink>
      ) : (
        <p className="text-muted">La présidence la convoque.</p>
      )}
    </div>
  )
}
