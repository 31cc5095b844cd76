import { articleId } from './statutes-articles'

type Entry = { article: string; title: string }

const extras = [
  { href: '#silences', label: 'Ce que les statuts ne disent pas' },
  { href: '#versions', label: 'Versions' },
]

/** The table of contents: beside the text on wide screens, folded above it elsewhere. */
export function StatutesContents({ entries }: { entries: readonly Entry[] }) {
  return (
    <nav aria-label="Sommaire">
      <ol className="text-[0.9375rem] leading-snug">
        {entries.map(({ article, title }) => (
          <li key={article}>
            <a
              href={`#${articleId(article)}`}
              className="flex min-h-8 items-baseline gap-2 py-1 text-ink no-underline hover:underline"
            >
              <span className="w-10 shrink-0 text-right font-serif text-muted">{article}</span>
              <span>{title}</span>
            </a>
          </li>
        ))}
        {extras.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              className="flex min-h-8 items-baseline gap-2 py-1 pl-12 text-ink no-underline hover:underline"
            >
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
