import type { ReactNode } from 'react'
import type { Reason, Ruling } from '~/statutes/ruling'
import { articleOf } from './figures'
import { list } from './format'
import { Notice, type NoticeTone } from './notice'
import { Reasons } from './reasons'
import { useErrorTitle } from './use-error-title'

type Outcome = Ruling['outcome']
type RulingPanelProps = {
  ruling?: Ruling
  reasons?: readonly Reason[]
  outcome?: Outcome
  /** Replaces « Refusé — art. 13.2 ». */
  title?: string
  /** What would make it lawful, or where to go now. */
  children?: ReactNode
}

const verdicts: Record<Outcome, { tone: NoticeTone; word: string }> = {
  lawful: { tone: 'success', word: 'Conforme' },
  unlawful: { tone: 'refusal', word: 'Refusé' },
  incomplete: { tone: 'warning', word: 'Il manque des éléments' },
}

/** What the statutes answer, with articles and figures; never « action impossible ». */
export function RulingPanel({
  ruling,
  reasons = ruling?.reasons ?? [],
  outcome = ruling?.outcome ?? 'unlawful',
  title,
  children,
}: RulingPanelProps) {
  const { tone, word } = verdicts[outcome]
  const missing = ruling?.outcome === 'incomplete' ? ruling.missing : []
  const articles = [...new Set(reasons.map((reason) => `art.\u00a0${articleOf(reason.rule)}`))]
  return (
    <Notice tone={tone} word={word} title={title ?? (articles.length ? `${word} — ${list(articles)}` : word)}>
      {missing.length > 0 ? (
        <ul className="list-disc pl-5">
          {missing.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      ) : null}
      <Reasons reasons={reasons} />
      {children ? <div className="mt-3">{children}</div> : null}
    </Notice>
  )
}

/** What a form action answers when a command refused: its reasons, or at least its sentence. */
export function RefusalPanel({
  refusal,
}: {
  refusal: { message: string; reasons: readonly Reason[] } | null | undefined
}) {
  useErrorTitle(Boolean(refusal))
  if (!refusal) return null
  return (
    <div role="alert" data-outcome="refusal">
      <RulingPanel outcome="unlawful" reasons={refusal.reasons}>
        {refusal.reasons.length === 0 ? <p>{refusal.message}</p> : null}
      </RulingPanel>
    </div>
  )
}
