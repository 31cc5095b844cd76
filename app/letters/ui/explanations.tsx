import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'

type Explanation = { id: string; receivedOn: string; source: string; text: string; documentId: string | null }

/** What the member answered, as he wrote it. */
export function Explanations({ letterId, explanations }: { letterId: string; explanations: readonly Explanation[] }) {
  return (
    <ul className="max-w-measure space-y-4">
      {explanations.map(({ id, receivedOn, source, text, documentId }) => (
        <li key={id} className="border-l-4 border-rule-strong pl-4">
          <p className="text-muted">
            Le {frenchDate(receivedOn)}, {source}
          </p>
          <p className="whitespace-pre-line font-serif">{text}</p>
          {documentId ? (
            <p>
              <TextLink to={`/courriers/${letterId}/pieces/${documentId}`} reload>
                Document joint
              </TextLink>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
