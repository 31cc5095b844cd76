import type { MeetingContent } from '../../convene/content.server'
import { ITEM_LABELS } from '../../agenda/agenda.form'
import { ResolutionText } from '../../agenda/ui/agenda-list'

type Props = Pick<MeetingContent, 'agenda'> & {
  /** titles of the resolutions withdrawn since */
  withdrawn: readonly string[]
}

/** The agenda as it was sent to the members, with the texts put to the vote. */
export function ConvenedAgenda({ agenda, withdrawn }: Props) {
  return (
    <ol className="space-y-5">
      {agenda.map(({ position, title, kind, notes, resolutions }) => (
        <li key={position}>
          <h3 className="font-serif text-[1.1875rem]">
            {position}. {title}
          </h3>
          <p className="text-muted">{ITEM_LABELS[kind]}</p>
          {notes ? <p className="mt-1 whitespace-pre-line">{notes}</p> : null}
          {resolutions.map((resolution) => (
            <ResolutionText
              key={resolution.number}
              resolution={{
                ...resolution,
                unanimity: resolution.kind === 'UNANIMITY',
                withdrawn: withdrawn.includes(resolution.title),
              }}
            />
          ))}
        </li>
      ))}
    </ol>
  )
}
