import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/ui/button'
import { ButtonLink, TextLink } from '~/ui/link'
import { StatusBadge } from '~/ui/status-badge'
import { RESOLUTION_WORDS } from '../../meeting-words'
import { ITEM_LABELS } from '../agenda.form'
import type { AgendaItemView, ResolutionView } from '../agenda.query.server'

/** The points in order, with their resolutions; for whoever prepares, the way to move, rewrite or remove each. */
export function AgendaList({
  meetingId,
  items,
  editable,
}: {
  meetingId: string
  items: readonly AgendaItemView[]
  editable: boolean
}) {
  return (
    <ol className="max-w-[46rem] space-y-6">
      {items.map((item, index) => (
        <li key={item.id} className="border-t border-rule pt-4 first:border-t-0 first:pt-0">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h3 className="font-serif text-[1.1875rem]">
              {item.position}. {item.title}
            </h3>
            <StatusBadge>{ITEM_LABELS[item.kind]}</StatusBadge>
          </div>
          {item.notes ? <p className="mt-1 whitespace-pre-line text-muted">{item.notes}</p> : null}
          <Documents documents={item.documents} />
          {item.resolutions.map((resolution) => (
            <ResolutionText key={resolution.id} resolution={resolution}>
              {editable && resolution.pending ? (
                <TextLink to={`/assemblees/${meetingId}/ordre-du-jour/${item.id}/resolution?r=${resolution.id}`}>
                  Modifier la résolution {resolution.number}
                </TextLink>
              ) : null}
            </ResolutionText>
          ))}
          {editable ? (
            <ItemTools meetingId={meetingId} item={item} first={index === 0} last={index === items.length - 1} />
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** Title, text and consequence of a resolution. */
export function ResolutionText({
  resolution,
  children,
}: {
  resolution: Pick<ResolutionView, 'number' | 'title' | 'text' | 'secret' | 'unanimity' | 'effect'> & {
    withdrawn?: boolean
  }
  children?: ReactNode
}) {
  const { number, title, text, secret, unanimity, effect, withdrawn } = resolution
  return (
    <div className="mt-3 border-l-4 border-rule pl-4">
      <p className="font-semibold">
        Résolution {number}&nbsp;: {title}{' '}
        {withdrawn ? <StatusBadge>{RESOLUTION_WORDS.WITHDRAWN.label}</StatusBadge> : null}{' '}
        {secret ? <StatusBadge>Vote secret</StatusBadge> : null}{' '}
        {unanimity ? <StatusBadge>Unanimité des fondateurs</StatusBadge> : null}
      </p>
      <p className="mt-1 whitespace-pre-line font-serif">{withdrawn ? 'Elle ne sera pas votée.' : text}</p>
      {effect && !withdrawn ? <p className="mt-1 text-muted">Effet de l’adoption. {effect}</p> : null}
      {children ? <p className="mt-1">{children}</p> : null}
    </div>
  )
}

function Documents({ documents }: Pick<AgendaItemView, 'documents'>) {
  if (documents.length === 0) return null
  return (
    <ul className="mt-1 list-disc pl-6">
      {documents.map(({ id, title, open }) => (
        <li key={id}>
          <a href={`/documents/${id}`}>{title}</a>
          {open ? null : <span className="text-muted"> (non ouvert aux membres)</span>}
        </li>
      ))}
    </ul>
  )
}

type ToolsProps = { meetingId: string; item: AgendaItemView; first: boolean; last: boolean }

function ItemTools({ meetingId, item, first, last }: ToolsProps) {
  const here = `/assemblees/${meetingId}/ordre-du-jour`
  const button = (intent: string, label: string, disabled = false) => (
    <Button
      type="submit"
      tone="secondary"
      name="intent"
      value={intent}
      disabled={disabled}
      aria-label={`${label} : ${item.title}`}
    >
      {label}
    </Button>
  )
  return (
    <div className="no-print mt-3 flex flex-wrap items-center gap-2">
      <ButtonLink to={`${here}/${item.id}`} tone="secondary">
        {item.kind === 'VOTE' && item.resolutions.length === 0 ? 'Écrire la résolution' : 'Ouvrir ce point'}
      </ButtonLink>
      <Form method="post" action={`${here}?index`} className="flex flex-wrap gap-2" preventScrollReset>
        <input type="hidden" name="itemId" value={item.id} />
        {button('up', 'Monter', first)}
        {button('down', 'Descendre', last)}
        {button('remove', 'Retirer')}
      </Form>
    </div>
  )
}
