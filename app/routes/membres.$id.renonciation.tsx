import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { sheetOr404 } from '~/members/register/sheet/sheet-page.server'
import { renounceFounder, renunciationForm } from '~/discipline/cases/renounce-founder.server'
import { poweredContext } from '~/offices/request.server'
import { ACCEPTED_FILES, ACCEPTED_HELP, readUpload } from '~/platform/documents.server'
import { formAction } from '~/platform/http/form-action.server'
import { documentUpload } from '~/platform/http/upload-form'
import { ArticleChip, RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { DateField, FileField, FormActions } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Renonciation à la qualité de fondateur' }]

export const handle = { form: documentUpload }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id, label, membership, state, today } = await sheetOr404(ctx, params.id)
  if (membership.category !== 'founder' || state === 'left') throw data(null, { status: 404 })
  return { id, label, today, accept: ACCEPTED_FILES, help: ACCEPTED_HELP }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id } = await sheetOr404(ctx, params.id)
  const form = await request.formData()
  return formAction(form, renunciationForm, async ({ on }) => {
    await renounceFounder(ctx, { memberId: id, on, paper: await readUpload(form.get('paper'), 'paper') })
    return redirect(`/membres/${id}`)
  })
}

export default function Renunciation() {
  const { id, label, today, accept, help } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const errors = reply?.lastResult.error ?? {}
  const back = `/membres/${id}`
  return (
    <Page
      title="Renonciation à la qualité de fondateur"
      overline={label}
      breadcrumb={[
        { href: '/membres', label: 'Membres' },
        { href: back, label },
      ]}
      lead="Un fondateur peut renoncer à cette qualité par écrit. Il reste membre actif."
    >
      <Section margin={<ArticleChip rule="6.1-b">Perte de la qualité de fondateur</ArticleChip>}>
        <Form method="post" encType="multipart/form-data" className="space-y-6">
          <RefusalPanel refusal={reply?.refusal} />
          <DateField
            name="on"
            id="on"
            label="Écrit reçu le"
            required
            defaultValue={today}
            max={today}
            errors={errors.on ?? undefined}
          />
          <FileField
            name="paper"
            id="paper"
            label="L’écrit du fondateur"
            required
            accept={accept}
            help={help}
            errors={errors.paper ?? undefined}
          />
          <FormActions consequence="Ses voix et ses pouvoirs deviennent ceux d’un membre actif. Une fonction au Bureau se poursuit jusqu’à ce que l’assemblée élise : inscrivez l’élection à son ordre du jour.">
            <SubmitButton pending="Enregistrement en cours">Enregistrer la renonciation</SubmitButton>
            <TextLink to={back}>Annuler</TextLink>
          </FormActions>
        </Form>
      </Section>
    </Page>
  )
}
