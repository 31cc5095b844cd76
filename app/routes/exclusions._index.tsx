import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberRooms } from '~/members/register/member-rooms'
import { MemberTabs } from '~/members/register/ui/member-tabs'
import { CASE_KINDS } from '~/discipline/cases/case-file'
import { caseList, caseMembers, recusedFrom, type CaseLine } from '~/discipline/cases/case-list.query.server'
import { signedInContext } from '~/offices/request.server'
import { may, sitsInBureau } from '~/platform/permissions'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { shortDate } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { DataTable, type Column } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Procédures disciplinaires' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const holds = may(ctx.actor, 'discipline.manage')
  if (!holds && !sitsInBureau(ctx.actor)) throw data(null, { status: 404 })
  const [lists, recused, openable] = await Promise.all([caseList(ctx), recusedFrom(ctx), caseMembers(ctx)])
  return { rooms: memberRooms(ctx.actor), mayOpen: openable.length > 0, recused, ...lists }
}

const columns: Column<CaseLine>[] = [
  { key: 'member', header: 'Membre', cell: ({ label }) => label },
  { key: 'kind', header: 'Objet', cell: ({ kind }) => CASE_KINDS[kind] },
  { key: 'state', header: 'Où en est-on', cell: ({ stateWords }) => stateWords },
  { key: 'organ', header: 'Qui décide', cell: ({ organ }) => organ },
  { key: 'opened', header: 'Ouverte le', cell: ({ openedOn }) => shortDate(openedOn) },
  { key: 'decided', header: 'Close le', cell: ({ decidedOn }) => (decidedOn ? shortDate(decidedOn) : '') },
]

export default function Cases() {
  const { open, over, mayOpen, recused, rooms } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Procédures disciplinaires"
      lead="Faits précis, délai de défense, audition, décision motivée : chaque étape a sa preuve. Un dossier n’est ouvert qu’à ceux qui le conduisent ou décident, et au membre concerné."
      actions={mayOpen ? <ButtonLink to="/exclusions/nouvelle">Ouvrir une procédure</ButtonLink> : null}
    >
      <MemberTabs rooms={rooms} />
      {recused.length > 0 ? (
        <Section>
          {recused.map((keeper, index) => (
            <Notice key={index} title="Vous êtes récusé dans une procédure">
              <p>
                Vous n’en décidez pas et n’en voyez plus le dossier.{' '}
                {keeper
                  ? `Il est tenu désormais par ${keeper.name} (${keeper.title.toLocaleLowerCase('fr')}).`
                  : 'Tous les membres du Bureau sont récusés ou concernés : personne ne le tient avant que l’assemblée générale ordinaire y élise quelqu’un que l’affaire ne concerne pas (article 13.2).'}
              </p>
            </Notice>
          ))}
        </Section>
      ) : null}
      <Section
        title="En cours"
        wide
        margin={<ArticleChip rule="6.4-a">Exclusion pour motif grave, suspension</ArticleChip>}
      >
        {open.length > 0 ? (
          <Lines caption="Procédures en cours" rows={open} />
        ) : (
          <EmptyState title="Aucune procédure en cours">
            Une sanction commence par des faits datés et une lettre recommandée, jamais par une décision.
          </EmptyState>
        )}
      </Section>
      {over.length > 0 ? (
        <Section title="Closes" wide>
          <Lines caption="Procédures closes" rows={over} />
        </Section>
      ) : null}
    </Page>
  )
}

const Lines = ({ caption, rows }: { caption: string; rows: CaseLine[] }) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={columns}
    rows={rows}
    rowKey={({ id }) => id}
    rowHref={({ id }) => `/exclusions/${id}`}
  />
)
