import { useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { mandateChoices } from '~/offices/choices.query.server'
import { mandateForm } from '~/offices/delegation.form'
import { recordMandate } from '~/offices/record-mandate.server'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip, RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, CheckboxField, DateField, ErrorSummary, faultsOf, FormActions, SelectField, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Enregistrer un membre du Bureau' }]

export const loader = async ({ request }: LoaderFunctionArgs) =>
  mandateChoices(await poweredContext(request, 'offices.manage', 'association.write'))

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'offices.manage', 'association.write')
  return formAction(await request.formData(), mandateForm, async (input) => {
    await recordMandate(ctx, input)
    return redirect('/bureau')
  })
}

export default function RecordMandate() {
  const { offices, members } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm({
    lastResult: reply?.lastResult,
    constraint: getZodConstraint(mandateForm),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: mandateForm }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Page
      title="Enregistrer un membre du Bureau"
      lead="Pour les personnes déjà élues. Une élection tenue ici s’enregistre d’elle-même."
      breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]}
    >
      <Section margin={<ArticleChip rule="8.1-a">Composition et durée des mandats</ArticleChip>}>
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
          {reply?.refusal?.reasons.length ? (
            <RefusalPanel refusal={reply.refusal} />
          ) : (
            <ErrorSummary faults={faultsOf(form, fields)} />
          )}
          <SelectField {...bind(fields.office)} label="Fonction" empty="Choisissez une fonction" choices={offices} />
          <SelectField
            {...bind(fields.memberId)}
            label="Membre"
            help="Une structure siège par son représentant légal."
            empty="Choisissez un membre"
            choices={members}
          />
          <TextField {...bind(fields.source)} label="Décision" help="Par exemple : AGO du 12 juin 2026, résolution 6" />
          <DateField {...bind(fields.from)} label="Mandat à partir du" />
          <DateField
            {...bind(fields.termEnd)}
            label="Jusqu’au"
            optional
            help="Sans date, la durée est celle des statuts."
          />
          <CheckboxField
            {...bind(fields.endPrevious)}
            label="Cette personne succède à celle qui tenait cette fonction"
          />
          <FormActions>
            <SubmitButton pending="Enregistrement en cours">Enregistrer le mandat</SubmitButton>
            <TextLink to="/bureau">Annuler</TextLink>
          </FormActions>
        </Form>
      </Section>
    </Page>
  )
}
