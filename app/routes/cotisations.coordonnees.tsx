import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { association } from '~/association/in-force.server'
import { bankDetailsForm } from '~/banking/bank-details.form'
import { spacedIban } from '~/banking/iban'
import { saveBankDetails } from '~/banking/save-bank-details.server'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { MoneyTabs } from '~/dues/payments/ui/money-tabs'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, TextField } from '~/ui/form'
import { Page, Section } from '~/ui/page'
import { useActForm } from '~/ui/use-act-form'

export const meta: MetaFunction = () => [{ title: 'Coordonnées bancaires' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const { iban, bic } = await association(ctx.db)
  return { iban: iban && spacedIban(iban), bic }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return formAction(await request.formData(), bankDetailsForm, async (input) => {
    await saveBankDetails(ctx, input)
    return redirect('/cotisations/coordonnees')
  })
}

export default function BankDetails() {
  const { iban, bic } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useActForm(bankDetailsForm, {
    lastResult: reply?.lastResult,
    defaultValue: { iban, bic },
  })
  return (
    <Page
      title="Coordonnées bancaires"
      breadcrumb={[DUES_CRUMB]}
      lead="Les membres les voient avec leur cotisation, pour payer par virement."
    >
      <MoneyTabs />
      <Section>
        <ActForm form={form} fields={fields}>
          <TextField
            {...bind(fields.iban)}
            label="IBAN de l’association"
            optional
            autoComplete="off"
            help="Par exemple FR14 2004 1010 0505 0001 3M02 606"
          />
          <TextField
            {...bind(fields.bic)}
            label="BIC"
            optional
            width="medium"
            autoComplete="off"
            help="Par exemple PSSTFRPPPAR"
          />
          <FormActions>
            <SubmitButton pending="Enregistrement en cours">Enregistrer</SubmitButton>
          </FormActions>
        </ActForm>
      </Section>
    </Page>
  )
}
