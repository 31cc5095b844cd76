import { Link } from '@remix-run/react'
import { TextLink } from '~/ui/link'
import type { MarkedArticle, Run } from '../marked-text'
import type { RemoteArticle } from '../remote-article'
import { whereRulesAct } from '../where-rules-act'

export const articleId = (article: string) => `art-${article}`

/** One article as in a printed code: its number in the margin, what this association chose set in bold. */
export function ArticleText({ article, title, paragraphs, readsMembers }: MarkedArticle & { readsMembers: boolean }) {
  const pages = whereRulesAct(
    paragraphs.map(({ rule }) => rule),
    { readsMembers },
  )
  return (
    <ArticleFrame article={article} title={title}>
      {paragraphs.map(({ rule, runs }, index) => (
        <p key={`${rule}-${index}`} className="max-w-measure">
          <Runs runs={runs} />
        </p>
      ))}
      {pages.length > 0 ? (
        <p className="no-print font-sans text-[0.9375rem] text-muted">
          S’applique dans&nbsp;:{' '}
          {pages.map(({ href, label }, index) => (
            <span key={href}>
              {index > 0 ? ', ' : ''}
              <TextLink to={href}>{label}</TextLink>
            </span>
          ))}
        </p>
      ) : null}
    </ArticleFrame>
  )
}

function ArticleFrame({ article, title, children }: { article: string; title: string; children: React.ReactNode }) {
  const id = articleId(article)
  return (
    <section
      id={id}
      aria-labelledby={`${id}-titre`}
      className="section mt-8 target:bg-turn-soft target:outline-[0.625rem] target:outline-turn-soft"
    >
      <h2 id={`${id}-titre`} className="mb-2 text-[1.25rem] leading-snug">
        {title}
      </h2>
      <div className="section-margin">
        <Link
          to={`#${id}`}
          className="font-serif text-[1.0625rem] font-semibold text-accent no-underline hover:underline"
        >
          Art.&nbsp;{article}
          <span className="sr-only">, {title}</span>
        </Link>
      </div>
      <div className="section-body space-y-3 font-serif text-[1.0625rem] leading-[1.55]">{children}</div>
    </section>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run, index) =>
        run.own ? (
          <strong key={index} className="text-accent">
            {run.text}
          </strong>
        ) : (
          run.text
        ),
      )}
    </>
  )
}

/** An article of one's own: votes from afar, body by body. */
export function RemoteArticleText({ article, clauses }: RemoteArticle) {
  return (
    <ArticleFrame article={article} title="Vote à distance">
      <p className="max-w-measure">Article propre à l’association : le modèle de statuts n’en parle pas.</p>
      <dl className="max-w-measure space-y-2">
        {clauses.map(({ body, sentence }) => (
          <div key={body}>
            <dt className="font-semibold">{body}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </ArticleFrame>
  )
}
