import { getZodConstraint } from '@conform-to/zod/v4'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { staffForm } from '~/offices/delegation.form'
import { recordStaff } from '~/offices/record-staff.server'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, FormActions, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { useActForm } from '~/ui/use-act-form'

export const meta: MetaFunction = () => [{ title: 'Enregistrer un salarié' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await poweredContext(request, 'offices.manage')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'offices.manage')
  return formAction(await request.formData(), staffForm, async (input) => {
    await recordStaff(ctx, input)
    return redirect('/bureau')
  })
}

export default function RecordStaff() {
  const reply = useActionData<typeof action>()
  const [form, fields] = useActForm(staffForm, {
    lastResult: reply?.lastResult,
    constraint: getZodConstraint(staffForm),
  })
  return (
    <Page
      title="Enregistrer un salarié"
      lead="Un salarié se connecte et ne vote jamais. Il agit dans la limite des délégations que le Président lui donne."
      breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]}
    >
      <Section>
        <ActForm form={form} fields={fields}>
          <TextField {...bind(fields.name)} label="Prénom et nom" autoComplete="off" />
          <TextField {...bind(fields.title)} label="Fonction" help="Par exemple : coordinatrice" />
          <TextField {...bind(fields.email)} type="email" label="Adresse de courriel" autoComplete="off" />
          <DateField {...bind(fields.from)} label="En fonction depuis le" />
          <FormActions>
            <SubmitButton pending="Enregistrement en cours">Enregistrer</SubmitButton>
            <TextLink to="/bureau">Annuler</TextLink>
          </FormActions>
        </ActForm>
      </Section>
    </Page>
  )
}
