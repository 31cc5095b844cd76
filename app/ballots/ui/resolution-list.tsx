import { RESOLUTION_WORDS } from '~/meetings/meeting-words'
import { TextLink } from '~/ui/link'
import { StatusBadge } from '~/ui/status-badge'
import type { OutcomeView } from '../outcome.query.server'

type HeadProps = { view: OutcomeView; withText?: boolean }

/** « Résolution 3 : Cotisation 2028 », how it is voted, where it stands. */
export function ResolutionHead({ view, withText = false }: HeadProps) {
  const { label, tone } = RESOLUTION_WORDS[view.state]
  return (
    <div>
      <h3 className="font-serif text-[1.1875rem] font-semibold leading-snug">
        Résolution {view.number}&nbsp;: {view.title}
      </h3>
      <p className="mt-1 flex flex-wrap gap-2">
        {withText ? null : <StatusBadge tone={tone}>{label}</StatusBadge>}
        <StatusBadge>
          {view.kind === 'UNANIMITY' ? 'Unanimité, vote nominal' : view.secret ? 'Vote secret' : 'Vote non secret'}
        </StatusBadge>
        {view.repeats ? <StatusBadge>Nouveau scrutin de la résolution {view.repeats}</StatusBadge> : null}
      </p>
      {withText ? (
        <p className="mt-3 max-w-measure whitespace-pre-line font-serif text-[1.0625rem]">{view.text}</p>
      ) : null}
    </div>
  )
}

type ListProps = { meetingId: string; views: readonly OutcomeView[]; mayChoose: boolean }

/** The resolutions that wait; the chair may take another one first. */
export function ResolutionList({ meetingId, views, mayChoose }: ListProps) {
  return (
    <ul className="border-t border-rule">
      {views.map((view) => (
        <li
          key={view.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule py-3"
        >
          <ResolutionHead view={view} />
          {mayChoose ? (
            <TextLink to={`/assemblees/${meetingId}/scrutins?resolution=${view.id}`}>
              Mettre aux voix maintenant
            </TextLink>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
