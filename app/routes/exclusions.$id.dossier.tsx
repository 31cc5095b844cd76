import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { caseFileForm } from '~/discipline/cases/case.form'
import { conductedCase } from '~/discipline/cases/case-route.server'
import { saveCaseFile } from '~/discipline/cases/save-case-file.server'
import { CaseFileForm } from '~/discipline/cases/ui/case-file-form'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Corriger le dossier' }]

export const loader = async ({ request, params }: LoaderFunctionArgs) => (await conductedCase(request, params.id)).page

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, page } = await conductedCase(request, params.id)
  return formAction(await request.formData(), caseFileForm, async (input) => {
    await saveCaseFile(ctx, { ...input, caseId: page.id })
    return redirect(`/exclusions/${page.id}`)
  })
}

export default function CaseFile() {
  const { id, label, facts, ruleBroken, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/exclusions/${id}`
  return (
    <Page
      title="Corriger le dossier"
      overline={label}
      breadcrumb={[
        { href: '/exclusions', label: 'Procédures disciplinaires' },
        { href: back, label },
      ]}
    >
      <Section margin={<ArticleChip rule="6.4-a">Les faits reprochés sont précis</ArticleChip>}>
        <CaseFileForm reply={reply} today={today} back={back} facts={facts} ruleBroken={ruleBroken} />
      </Section>
    </Page>
  )
}
