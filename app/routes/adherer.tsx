import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationPage } from '~/membership/applications/application-page.query.server'
import { applicationForm } from '~/membership/applications/application.form'
import { submitApplication } from '~/membership/applications/submit-application.server'
import { ApplicationForm } from '~/membership/applications/ui/application-form'
import { openContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { TextLink } from '~/ui/link'
import { Margin, Page } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Adhérer · ${data.associationName}` : 'Adhérer' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const body = new URL(request.url).searchParams.get('nature') === 'structure'
  const page = await applicationPage(await openContext(request))
  return { ...page, kind: body ? ('BODY' as const) : ('PERSON' as const) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = await openContext(request)
  return formAction(await request.formData(), applicationForm, async (input) => {
    await submitApplication({ db, now }, { ...input, clientIp: context.clientIp })
    return redirect('/adherer/recue')
  })
}

export default function Apply() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const body = page.kind === 'BODY'
  return (
    <Page
      title={body ? 'Demander l’adhésion d’une structure' : 'Demander à adhérer'}
      overline={page.associationName}
      lead={`${page.admitting.name} agrée chaque nouveau membre${page.admitting.unanimous ? ' à l’unanimité' : ''}. Remplir cette demande prend cinq minutes et n’engage pas à payer.`}
      actions={
        body ? (
          <TextLink to="/adherer">Je demande pour moi-même</TextLink>
        ) : (
          <TextLink to="/adherer?nature=structure">Je demande pour une structure</TextLink>
        )
      }
      aside={
        <Margin title="Vos données">
          <p>
            Elles servent à examiner cette demande ; le Bureau et ceux qui tiennent le registre des membres les lisent.
            Si elle n’est pas retenue, ou si vous la retirez, elles sont effacées trois mois après.
          </p>
          <p>
            Pour les voir, les corriger ou les faire effacer : <span className="break-words">{page.contact}</span>.
          </p>
        </Margin>
      }
    >
      <ApplicationForm key={page.kind} kind={page.kind} page={page} reply={reply} />
    </Page>
  )
}
