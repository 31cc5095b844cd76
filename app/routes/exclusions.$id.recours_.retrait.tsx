import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { receivedWithdrawalForm, withdrawalForm } from '~/discipline/appeals/appeal.form'
import { recordWithdrawal } from '~/discipline/appeals/record-withdrawal.server'
import { withdrawAppeal } from '~/discipline/appeals/withdraw-appeal.server'
import { ReceivedWithdrawalForm, WithdrawalForm } from '~/discipline/appeals/ui/withdrawal-forms'
import { caseOr404 } from '~/discipline/cases/case-route.server'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ArticleChip } from '~/ui/article-chip'
import { frenchDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { VerifyPage } from '~/ui/verify-act'

export const meta: MetaFunction = () => [{ title: 'Retirer un recours' }]

/** The appeal that was lodged: open to the excluded person and to whoever keeps the file; 404 for the others. */
async function lodged(request: Request, id: string | undefined) {
  const ctx = await signedInContext(request)
  const { appeal, ...page } = await caseOr404(ctx, id)
  if (!appeal?.lodged || page.view === 'decides') throw data(null, { status: 404 })
  return { ctx, page, appeal, since: appeal.lodged.on, own: page.view === 'concerned' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, appeal, since, own } = await lodged(request, params.id)
  if (!appeal.withdrawable) return redirect(`/exclusions/${page.id}`)
  const { id, label, today } = page
  return { id, label, today, own, since, meeting: appeal.meeting?.date ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, page, appeal, own } = await lodged(request, params.id)
  const form = await request.formData()
  const caseId = page.id
  switch (form.get('intent')) {
    case 'withdraw':
      return formAction(form, withdrawalForm, async () => {
        await withdrawAppeal(ctx, { caseId })
        return redirect(`/exclusions/${caseId}`)
      })
    case 'record':
      return formAction(form, receivedWithdrawalForm, async ({ on }) => {
        if (!own && appeal.withdrawable) demandVerified(form, withdrawalShown(page, on))
        await recordWithdrawal(ctx, { caseId, on })
        return redirect(`/exclusions/${caseId}`)
      })
    default:
      throw data(null, { status: 400 })
  }
}

const withdrawalShown = ({ id, label }: { id: string; label: string }, on: string) => ({
  title: 'le retrait du recours',
  facts: [`${label}\u00a0: retrait reçu le ${frenchDate(on)}.`, 'L’assemblée ne votera pas et l’exclusion demeure.'],
  act: 'Enregistrer ce retrait',
  pending: 'Enregistrement en cours',
  tone: 'danger' as const,
  back: `/exclusions/${id}/recours/retrait`,
  consequence: 'Un retrait est définitif : aucun autre recours ne peut être formé contre cette exclusion.',
})

export default function Withdrawal() {
  const { id, label, today, own, since, meeting } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/exclusions/${id}`
  if (reply?.verify) return <VerifyPage verify={reply.verify} overline={own ? 'Exclusion' : label} />
  const listed = meeting ? ` Il est à l’ordre du jour de l’assemblée prévue le ${frenchDate(meeting)}.` : ''
  return (
    <Page
      title={own ? 'Retirer mon recours' : 'Enregistrer un retrait reçu par lettre'}
      overline={own ? 'Exclusion' : label}
      breadcrumb={[
        own ? { href: '/compte', label: 'Mon espace' } : { href: '/exclusions', label: 'Procédures disciplinaires' },
        { href: back, label: own ? 'Procédure vous concernant' : label },
      ]}
      lead={`Recours du ${frenchDate(since)}.${listed} Il se retire jusqu’à l’ouverture du vote.`}
    >
      <Section margin={<ArticleChip rule="6.4-a">Retrait d’un recours</ArticleChip>}>
        {own ? (
          <WithdrawalForm reply={reply} back={back} />
        ) : (
          <ReceivedWithdrawalForm reply={reply} back={back} min={since} today={today} />
        )}
      </Section>
    </Page>
  )
}
