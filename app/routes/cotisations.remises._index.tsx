import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { MoneyTabs } from '~/dues/payments/ui/money-tabs'
import { createSlip } from '~/dues/slips/create-slip.server'
import { slipForm } from '~/dues/slips/slip.form'
import { slipsPage } from '~/dues/slips/slips-page.query.server'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { bind, DateField, FormActions } from '~/ui/form'
import { euros, frenchDate, shortDate } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Money } from '~/ui/money'
import { Page, Section } from '~/ui/page'
import { DataTable, type Column } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Remises de chèques' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return slipsPage(await poweredContext(request, 'dues.manage'))
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return formAction(await request.formData(), slipForm, async (input) => {
    await createSlip(ctx, input)
    return redirect('/cotisations/remises#bordereaux')
  })
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

const columns: Column<Loaded['slips'][number]>[] = [
  { key: 'number', header: 'Bordereau', cell: ({ number }) => `n° ${number}` },
  { key: 'on', header: 'Remis le', cell: ({ depositedOn }) => frenchDate(depositedOn) },
  { key: 'cheques', header: 'Chèques', cell: ({ cheques }) => cheques, numeric: true },
  { key: 'total', header: 'Total', cell: ({ cents }) => <Money cents={cents} />, numeric: true },
  {
    key: 'pdf',
    header: 'PDF',
    cell: ({ id, number }) => (
      <a href={`/cotisations/remises/${id}.pdf`}>
        Bordereau<span className="sr-only"> n° {number}</span> (PDF)
      </a>
    ),
  },
]

export default function DepositSlips() {
  const { cheques, slips, token, today } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Remises de chèques"
      breadcrumb={[DUES_CRUMB]}
      lead="Les chèques reçus, portés ensemble à la banque avec leur bordereau."
    >
      <MoneyTabs />
      <Section title="Chèques en main">
        {cheques.length === 0 ? (
          <EmptyState
            title="Aucun chèque n’attend"
            action={<ButtonLink to="/cotisations/paiements/nouveau">Enregistrer un paiement</ButtonLink>}
          />
        ) : (
          <SlipForm key={token} {...{ cheques, token, today }} />
        )}
      </Section>
      {slips.length > 0 ? (
        <Section title="Bordereaux" id="bordereaux" wide>
          <DataTable caption="Bordereaux" captionHidden columns={columns} rows={slips} rowKey={({ id }) => id} />
        </Section>
      ) : null}
    </Page>
  )
}

function SlipForm({ cheques, token, today }: Pick<Loaded, 'cheques' | 'token' | 'today'>) {
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm({
    lastResult: reply?.lastResult,
    defaultValue: { id: token, depositedOn: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: slipForm }),
  })
  const total = cheques.reduce((sum, { cents }) => sum + cents, 0)
  return (
    <ActForm form={form} fields={fields}>
      <input type="hidden" name={fields.id.name} value={token} />
      <fieldset id={fields.paymentIds.id} className="max-w-[46rem]">
        <legend className="mb-1 font-semibold">Chèques à remettre</legend>
        <ul className="border-t border-rule">
          {cheques.map(({ id, payerName, number, bank, on, cents }) => (
            <li key={id} className="border-b border-rule">
              <label className="flex min-h-11 items-start gap-3 py-2">
                <input
                  type="checkbox"
                  name={fields.paymentIds.name}
                  value={id}
                  defaultChecked
                  className="mt-0.5 size-6 shrink-0 accent-accent"
                />
                <span className="flex grow flex-wrap justify-between gap-x-4">
                  <span>
                    <span className="font-semibold">{payerName}</span>{' '}
                    <span className="text-muted">
                      {bank}, n°&nbsp;{number}, reçu le {shortDate(on)}
                    </span>
                  </span>
                  <Money cents={cents} />
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <DateField {...bind(fields.depositedOn)} label="Remis à la banque le" max={today} required />
      <FormActions
        consequence={`${cheques.length > 1 ? `Les ${cheques.length} chèques en main font` : 'Ce chèque fait'} ${euros(total)}. Le bordereau reçoit un numéro et s’imprime.`}
      >
        <SubmitButton pending="Enregistrement en cours">Établir le bordereau</SubmitButton>
      </FormActions>
    </ActForm>
  )
}
