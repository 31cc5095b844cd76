import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { officerAccess } from '~/meetings/access.server'
import { electorsPage, type ElectorLine } from '~/meetings/electors.query.server'
import { meetingTitle } from '~/meetings/meeting-title'
import { signedInContext } from '~/offices/request.server'
import { ArticleChip } from '~/ui/article-chip'
import { plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { EmptyState } from '~/ui/notice'
import { Section } from '~/ui/page'
import { DataTable, type Column } from '~/ui/table'

export const meta = meetingTitle('Électeurs')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  const asked = new URL(request.url).searchParams.get('etape')
  return electorsPage(ctx, meeting, asked === 'convocation' ? 'CONVOCATION' : asked === 'ouverture' ? 'OPENING' : null)
}

const columns: Column<ElectorLine>[] = [
  { key: 'label', header: 'Membre', cell: ({ label, president }) => (president ? `${label} (présidence)` : label) },
  { key: 'category', header: 'Catégorie', cell: ({ category }) => category },
  { key: 'voices', header: 'Voix', numeric: true, cell: ({ voices }) => voices },
  { key: 'right', header: 'Droit', cell: ({ right }) => right },
  { key: 'quorum', header: 'Compté au quorum', cell: ({ quorum }) => (quorum ? 'oui' : 'non') },
  { key: 'dues', header: 'Cotisation', cell: ({ dues }) => dues },
  {
    key: 'reasons',
    header: 'Motif',
    cell: ({ reasons }) =>
      reasons.map((reason) => (
        <span key={reason.sentence}>
          {reason.sentence} <ArticleChip rule={reason.rule} reason={reason} />
        </span>
      )),
  },
]

export default function Electors() {
  const { id, stage, stages, figures, byHead, lines } = useLoaderData<typeof loader>()
  const other =
    stage === 'OPENING'
      ? { path: '?etape=convocation', label: 'Voir la liste figée à la convocation' }
      : { path: '?etape=ouverture', label: 'Voir la liste figée à l’ouverture' }
  return (
    <Section
      title={stage === 'OPENING' ? 'Électeurs à l’ouverture de la séance' : 'Électeurs à la convocation'}
      wide
      margin={
        byHead ? undefined : (
          <ArticleChip rule="13.1-a">Les voix en assemblée sont celles de chaque catégorie de membres.</ArticleChip>
        )
      }
    >
      {lines.length === 0 ? (
        <EmptyState title="La liste n’est pas encore figée">
          Elle l’est au moment où la réunion est convoquée, puis de nouveau à l’ouverture.
        </EmptyState>
      ) : (
        <>
          <p>
            {plural(figures.members, 'membre vote', 'membres votent')}
            {byHead ? ', chacun compte pour un' : `, ${plural(figures.voices, 'voix', 'voix')} au total`}. Cette liste
            ne change plus. Pour la garder sur papier, imprimez cette page.
          </p>
          {stages.opening ? (
            <p className="no-print">
              <TextLink to={`/assemblees/${id}/electeurs${other.path}`}>{other.label}</TextLink>
            </p>
          ) : null}
          <DataTable
            caption="Électeurs"
            captionHidden
            columns={byHead ? columns.filter(({ key }) => key !== 'voices') : columns}
            rows={lines}
            rowKey={({ id }) => id}
          />
        </>
      )}
    </Section>
  )
}
