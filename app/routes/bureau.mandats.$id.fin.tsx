import { useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mandateToEnd } from '~/offices/choices.query.server'
import { endMandateForm } from '~/offices/delegation.form'
import { endMandate } from '~/offices/end-mandate.server'
import { poweredContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FormActions, TextArea } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Fin des fonctions' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'offices.manage', 'association.write')
  const id = z.uuid().safeParse(params.id)
  const mandate = id.success ? await mandateToEnd(ctx, id.data) : null
  if (!mandate) throw data(null, { status: 404 })
  return { mandate, today: parisDate(ctx.now) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'offices.manage', 'association.write')
  return formAction(await request.formData(), endMandateForm, async (input) => {
    await endMandate(ctx, input)
    return redirect('/bureau')
  })
}

export default function EndMandate() {
  const { mandate, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm({
    lastResult: reply?.lastResult,
    constraint: getZodConstraint(endMandateForm),
    defaultValue: { mandateId: mandate.id, endedOn: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: endMandateForm }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Page
      title={`Fin des fonctions de ${mandate.holder}`}
      overline={mandate.office}
      breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]}
    >
      <Section
        margin={
          <ArticleChip rule="8.1-b">Démission, perte de la qualité de membre, révocation, fin de mandat</ArticleChip>
        }
      >
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
          <ErrorSummary faults={faultsOf(form, fields)} />
          <input type="hidden" name={fields.mandateId.name} value={mandate.id} />
          <DateField {...bind(fields.endedOn)} label="Dernier jour" help="Les pouvoirs cessent ce jour-là." />
          <TextArea {...bind(fields.reason)} label="Motif" help="Par exemple : démission reçue le 3 mai." rows={2} />
          <FormActions consequence="Les délégations que cette personne avait données prennent fin le même jour. Cet enregistrement ne s’efface pas.">
            <SubmitButton tone="danger" pending="Enregistrement en cours">
              Mettre fin aux fonctions
            </SubmitButton>
            <TextLink to="/bureau">Annuler</TextLink>
          </FormActions>
        </Form>
      </Section>
    </Page>
  )
}
