import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AppealSection } from '~/discipline/appeals/ui/appeal-section'
import { abandonCase } from '~/discipline/cases/abandon-case.server'
import { CASE_KINDS } from '~/discipline/cases/case-file'
import { explanationForm } from '~/discipline/cases/case.form'
import { caseOr404 } from '~/discipline/cases/case-route.server'
import { explain } from '~/discipline/cases/explain.server'
import { putToVote } from '~/discipline/cases/put-to-vote.server'
import { CaseActions } from '~/discipline/cases/ui/case-actions'
import { DecisionSection, DefenceSection, FileSection } from '~/discipline/cases/ui/case-sections'
import { CaseSteps } from '~/discipline/cases/ui/case-steps'
import { ConcernedSection } from '~/discipline/cases/ui/concerned-section'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${CASE_KINDS[data.kind]} : ${data.label}` : 'Procédure' },
]

/** Open to whoever leads the procedure or decides, and to the member concerned, each with his own view. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return caseOr404(await signedInContext(request), params.id)
}

const voteForm = z.object({ meetingId: z.uuid({ error: 'Choisissez la réunion.' }) })

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { id } = await caseOr404(ctx, params.id)
  const form = await request.formData()
  const back = () => redirect(`/exclusions/${id}`)
  switch (form.get('intent')) {
    case 'explain':
      return formAction(form, explanationForm, async ({ text }) => {
        await explain(ctx, { caseId: id, text })
        return back()
      })
    case 'vote':
      return formAction(form, voteForm, async ({ meetingId }) => {
        await putToVote(ctx, { caseId: id, meetingId })
        return back()
      })
    case 'abandon':
      return formAction(form, z.object({}), async () => {
        await abandonCase(ctx, id)
        return back()
      })
    default:
      throw data(null, { status: 400 })
  }
}

export default function Case() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const concerned = page.view === 'concerned'
  return (
    <Page
      title={concerned ? 'Procédure vous concernant' : `${CASE_KINDS[page.kind]} : ${page.label}`}
      overline={
        <>
          {concerned ? CASE_KINDS[page.kind] : 'Dossier confidentiel'} <StatusBadge>{page.stateWords}</StatusBadge>
        </>
      }
      breadcrumb={
        concerned
          ? [{ href: '/compte', label: 'Mon espace' }]
          : [{ href: '/exclusions', label: 'Procédures disciplinaires' }]
      }
    >
      {concerned ? <ConcernedSection page={page} reply={reply} /> : <CaseActions page={page} reply={reply} />}
      <AppealSection page={page} />
      <Section title="Où en est-on">
        <CaseSteps {...page} />
      </Section>
      <FileSection {...page} />
      <DefenceSection {...page} />
      <DecisionSection {...page} />
    </Page>
  )
}
