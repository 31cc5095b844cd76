import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { byNumber } from '~/association/article-order'
import { statutesPage } from '~/association/statutes-page.query.server'
import { ArticleText, RemoteArticleText } from '~/association/ui/statutes-articles'
import { StatutesContents } from '~/association/ui/statutes-contents'
import { StatutesSilences } from '~/association/ui/statutes-silences'
import { StatutesVersions } from '~/association/ui/statutes-versions'
import { parisDate } from '~/platform/clock.server'
import { openContext } from '~/offices/request.server'
import { may } from '~/platform/permissions'
import { frenchDate } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Statuts · ${data.name}` : 'Statuts' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now, actor } = await openContext(request)
  const page = await statutesPage(db, new URL(request.url).searchParams.get('date'), parisDate(now))
  if (!page) throw data(null, { status: 404 })
  return { ...page, readsMembers: actor !== null && may(actor, 'members.read') }
}

export default function Statutes() {
  const page = useLoaderData<typeof loader>()
  const { version, articles, remote } = page
  const entries = [...articles, ...remote.map(({ article }) => ({ article, title: 'Vote à distance' }))].toSorted(
    (one, other) => byNumber(one.article, other.article),
  )
  return (
    <Page
      title="Statuts"
      overline={page.name}
      lead={
        <>
          Adoptés le {frenchDate(version.adoptedOn)} par l’{version.adoptedBy}, en vigueur depuis le{' '}
          {frenchDate(version.from)}.
        </>
      }
      actions={
        <>
          <ButtonLink to="/simulateur" tone="secondary">
            Essayer un vote
          </ButtonLink>
          <TextLink to="/statuts/reglement-interieur">Règlement intérieur</TextLink>
          <TextLink to={`/statuts.json?date=${version.from}`} download={`statuts-${version.from}.json`}>
            Télécharger le fichier
          </TextLink>
        </>
      }
    >
      <div className="gap-x-10 min-[70rem]:grid min-[70rem]:grid-cols-[minmax(0,46rem)_minmax(0,15rem)]">
        <div className="no-print max-[70rem]:hidden min-[70rem]:col-start-2 min-[70rem]:row-start-1">
          <div className="sticky top-4 mt-9 max-h-[calc(100dvh-2rem)] overflow-y-auto border-l border-rule pl-4">
            <StatutesContents entries={entries} />
          </div>
        </div>
        <div className="min-[70rem]:col-start-1 min-[70rem]:row-start-1">
          {page.inForce ? null : (
            <div className="mt-6">
              <Notice tone="warning" title="Cette version n’est pas celle d’aujourd’hui">
                <p>
                  Elle règle les actes de son temps. <TextLink to="/statuts">Voir les statuts en vigueur</TextLink>
                </p>
              </Notice>
            </div>
          )}
          <details className="no-print mt-6 border-y border-rule py-2 min-[70rem]:hidden">
            <summary className="min-h-11 py-2 font-semibold text-accent">Sommaire</summary>
            <StatutesContents entries={entries} />
          </details>
          <div className="mt-6 max-w-measure space-y-2 text-[0.9375rem] text-muted">
            <p>
              {page.object} Siège&nbsp;: {page.seat}.
            </p>
            <p>
              En <strong className="text-accent">couleur et en gras</strong>, ce que l’association a fixé elle-même.
            </p>
          </div>
          {entries.map(({ article }) => {
            const own = remote.find((each) => each.article === article)
            const text = articles.find((each) => each.article === article)
            return own ? (
              <RemoteArticleText key={article} {...own} />
            ) : text ? (
              <ArticleText key={article} {...text} readsMembers={page.readsMembers} />
            ) : null
          })}
          <StatutesSilences silences={page.silences} />
          <StatutesVersions versions={page.versions} version={version} />
          <details className="mt-6 max-w-measure text-[0.875rem] text-muted">
            <summary>Empreinte de cette version</summary>
            <p className="break-all">SHA-256 {version.hash}</p>
          </details>
        </div>
      </div>
    </Page>
  )
}
