import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { caseForm } from '~/discipline/cases/case.form'
import { caseMembers } from '~/discipline/cases/case-list.query.server'
import { openCase } from '~/discipline/cases/open-case.server'
import { OpenCaseForm } from '~/discipline/cases/ui/case-file-form'
import { signedInContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Ouvrir une procédure' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const members = await caseMembers(ctx)
  if (members.length === 0) throw data(null, { status: 404 })
  return { members, today: parisDate(ctx.now) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  if ((await caseMembers(ctx)).length === 0) throw data(null, { status: 404 })
  return formAction(await request.formData(), caseForm, async (input) => {
    const { caseId } = await openCase(ctx, input)
    return redirect(`/exclusions/${caseId}`)
  })
}

export default function NewCase() {
  const { members, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page
      title="Ouvrir une procédure"
      breadcrumb={[{ href: '/exclusions', label: 'Procédures disciplinaires' }]}
      lead="Le non-paiement de la cotisation a sa propre procédure, tenue avec les cotisations."
    >
      <Section
        margin={
          <>
            <ArticleChip rule="6.4-a">Exclusion pour motif grave, le membre ayant pu se défendre</ArticleChip>
            <ArticleChip rule="6.4-c">Suspension pour un temps, avec la même défense</ArticleChip>
            <ArticleChip rule="6.1-b">Perte de la qualité de fondateur</ArticleChip>
          </>
        }
      >
        <OpenCaseForm reply={reply} today={today} back="/exclusions" members={members} />
      </Section>
    </Page>
  )
}
