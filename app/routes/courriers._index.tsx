import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DuesTabs } from '~/dues/board/ui/dues-tabs'
import { lettersAddress, readLetterFilters } from '~/letters/letter-filters'
import { letterListPage } from '~/letters/letter-list.query.server'
import { LetterFilterBar, LetterTable } from '~/letters/ui/letter-table'
import { signedInContext } from '~/offices/request.server'
import { recordAccess } from '~/platform/data-access.server'
import { orStatus } from '~/platform/http/or-status.server'
import { may } from '~/platform/permissions'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { plural } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Lettres recommandées' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const search = new URL(request.url).searchParams
  const filters = readLetterFilters(search)
  const after = z.uuid().safeParse(search.get('apres'))
  const page = await orStatus(letterListPage(ctx, filters, after.success ? after.data : null))
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'letters' })
  return { ...page, filters, treasury: may(ctx.actor, 'dues.manage') }
}

const EMPTY = {
  'a-poster': 'Aucune lettre à poster',
  'en-cours': 'Aucune lettre en cours d’acheminement',
  terminees: 'Aucune lettre remise ou retournée',
}

export default function Letters() {
  const { lines, counts, nextKey, filters, treasury } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Lettres recommandées"
      lead="Chaque lettre garde son dépôt, sa première présentation, sa remise ou son retour, avec leurs preuves."
      actions={
        counts.toPrint > 0 ? (
          <ButtonLink to="/courriers/impression" reload>
            Imprimer {plural(counts.toPrint, 'lettre')} à poster
          </ButtonLink>
        ) : null
      }
    >
      {treasury ? <DuesTabs /> : null}
      <Section
        wide
        margin={
          <ArticleChip rule="6.4-b">
            Le délai de réponse court de la première présentation, même sans retrait.
          </ArticleChip>
        }
      >
        <LetterFilterBar filters={filters} counts={counts} />
        {lines.length > 0 ? <LetterTable lines={lines} /> : <EmptyState title={EMPTY[filters.etat]} />}
        <Pagination next={nextKey ? lettersAddress(filters, { apres: nextKey }) : null} />
      </Section>
    </Page>
  )
}
