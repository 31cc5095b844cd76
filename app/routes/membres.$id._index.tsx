import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DuesSection, OfficesSection } from '~/members/register/sheet/offices-and-dues'
import { sheetOr404 } from '~/members/register/sheet/sheet-page.server'
import { ConsentsSection, IdentitySection, RepresentativesSection } from '~/members/register/sheet/sheet-sections'
import { memberHistory } from '~/personal-data/history/member-history.query.server'
import { HistorySection } from '~/personal-data/history/ui/history-section'
import { MemberStateBadge } from '~/members/register/ui/member-state-badge'
import { officeLabel } from '~/offices/office-labels'
import { recordAccess } from '~/platform/data-access.server'
import { may } from '~/platform/permissions'
import { signedInContext } from '~/offices/request.server'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.label ?? 'Membre' }]

/** Open to whoever keeps the register, and to each member for his own sheet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const reads = may(ctx.actor, 'members.read')
  if (!reads && !ctx.actor.actingFor.some(({ memberId }) => memberId === params.id)) throw data(null, { status: 404 })
  const sheet = await sheetOr404(ctx, params.id)
  const writes = may(ctx.actor, 'members.write')
  // only those who keep the register still see the sheet of a member who has left
  if (sheet.state === 'left' && !writes) throw data(null, { status: 404 })
  await recordAccess(ctx.db, ctx, { memberId: sheet.id, kind: 'sheet' })
  return { ...sheet, history: await memberHistory(ctx, sheet), reads, writes }
}

/** Nobody comes back from a death, nor a body from its end. */
const isOver = (events: readonly { kind: string }[]) =>
  events.some(({ kind }) => kind === 'DECEASED' || kind === 'DISSOLVED')

export default function MemberPage() {
  const member = useLoaderData<typeof loader>()
  const { id, writes, kind, state } = member
  const link = (to: string, label: string) => (writes ? <TextLink to={`/membres/${id}/${to}`}>{label}</TextLink> : null)
  return (
    <Page
      title={member.label}
      overline={
        <>
          {member.categoryLabel}{' '}
          {state === 'member' ? null : (
            <span className="ml-1">
              <MemberStateBadge state={state} />
            </span>
          )}
        </>
      }
      breadcrumb={member.reads ? [{ href: '/membres', label: 'Membres' }] : []}
      actions={
        writes ? (
          <>
            <ButtonLink to={`/membres/${id}/modifier`} tone="secondary">
              Modifier la fiche
            </ButtonLink>
            {state !== 'left' ? link('depart', 'Enregistrer un départ') : null}
            {state !== 'left' ? link('categorie', 'Changer de catégorie') : null}
            {state === 'left' && !isOver(member.events) ? link('depart', 'Enregistrer un retour') : null}
            {member.membership.category === 'founder' && state !== 'left'
              ? link('renonciation', 'Enregistrer une renonciation au titre')
              : null}
          </>
        ) : null
      }
    >
      <IdentitySection {...member} />
      {kind === 'BODY' ? (
        <RepresentativesSection {...member} action={link('representants', 'Tenir les représentants')} />
      ) : null}
      <ConsentsSection {...member} action={link('consentements', 'Enregistrer une réponse')} />
      <OfficesSection {...member} officeLabel={officeLabel} />
      <DuesSection {...member} />
      <HistorySection history={member.history} />
    </Page>
  )
}
