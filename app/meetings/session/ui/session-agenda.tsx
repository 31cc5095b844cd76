import type { ItemKind, ResolutionState } from '~/generated/prisma/enums'
import { ButtonLink, TextLink } from '~/ui/link'
import { StatusBadge } from '~/ui/status-badge'
import { RESOLUTION_WORDS } from '../../meeting-words'
import type { SessionPage } from '../session-page.query.server'

const KINDS: Record<ItemKind, string> = { INFORMATION: 'Pour information', DISCUSSION: 'À débattre', VOTE: 'À voter' }

const DONE: readonly ResolutionState[] = ['ADOPTED', 'REJECTED', 'INVALID', 'WITHDRAWN']

/** The agenda as it advances; the next resolution to vote is the chair's next press. */
export function SessionAgenda({
  meetingId,
  items,
  mayVote,
}: {
  meetingId: string
  items: SessionPage['items']
  mayVote: boolean
}) {
  const next = items.flatMap(({ resolutions }) => resolutions).find(({ state }) => !DONE.includes(state))
  return (
    <ol className="max-w-[46rem] border-t border-rule">
      {items.map((item) => (
        <li key={item.id} className="border-b border-rule py-3">
          <div className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2">
            <span className="font-serif text-[1.125rem] text-muted">{item.position}</span>
            <div>
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-serif text-[1.125rem] font-semibold leading-snug">{item.title}</span>
                {item.resolutions.length === 0 ? (
                  <span className="text-[0.9375rem] text-muted">{KINDS[item.kind]}</span>
                ) : null}
              </p>
              {item.resolutions.map((resolution) => (
                <div key={resolution.id} className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                  <TextLink to={`/assemblees/${meetingId}/scrutins`}>
                    Résolution {resolution.number}&nbsp;: {resolution.title}
                  </TextLink>
                  {mayVote && resolution.id === next?.id ? (
                    <ButtonLink
                      to={`/assemblees/${meetingId}/scrutins`}
                      tone={resolution.state === 'OPEN' ? 'secondary' : 'primary'}
                    >
                      {resolution.state === 'OPEN' ? 'Suivre le scrutin' : 'Mettre aux voix'}
                    </ButtonLink>
                  ) : (
                    <StatusBadge tone={RESOLUTION_WORDS[resolution.state].tone}>
                      {RESOLUTION_WORDS[resolution.state].label}
                    </StatusBadge>
                  )}
                </div>
              ))}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
