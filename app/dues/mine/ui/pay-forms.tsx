import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, TextField } from '~/ui/form'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Money } from '~/ui/money'
import { otherForm, payForm } from '../pay.form'

type Line = {
  duesId: string
  label: string
  year: number
  reference: string
  lackingCents: number
  dueOn: string
  chosen: boolean
}
type Reply = FormReply | undefined

/** Dues to tick, the way to pay, then the hosted page. */
export function PayForm({ lines, reply }: { lines: readonly Line[]; reply: Reply }) {
  const [form, fields] = useForm({
    id: 'payer',
    lastResult: answers(reply, 'pay'),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: payForm }),
  })
  return (
    <ActForm form={form} fields={fields}>
      <input type="hidden" name="act" value="pay" />
      <fieldset id={fields.duesIds.id} className="max-w-[46rem]">
        <legend className="sr-only">Cotisations à régler</legend>
        <ul className="border-t border-rule">
          {lines.map(({ duesId, label, year, reference, lackingCents, dueOn, chosen }) => (
            <li key={duesId} className="border-b border-rule">
              <label className="flex min-h-11 items-start gap-3 py-2">
                <input
                  type="checkbox"
                  name={fields.duesIds.name}
                  value={duesId}
                  defaultChecked={chosen}
                  className="mt-0.5 size-6 shrink-0 accent-accent"
                />
                <span className="flex grow flex-wrap justify-between gap-x-4">
                  <span>
                    <span className="font-semibold">{label}</span>{' '}
                    <span className="text-muted">
                      cotisation {year}, {reference}, au plus tard le {frenchDate(dueOn)}
                    </span>
                  </span>
                  <Money cents={lackingCents} />
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <FormActions consequence="Vous choisissez carte ou prélèvement sur la page de Stripe, notre prestataire de paiement. Nous ne voyons ni votre carte ni votre compte.">
        <SubmitButton pending="Ouverture de la page de paiement">Payer par carte ou prélèvement</SubmitButton>
        <TextLink to="/mes-cotisations">Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}

/** Both the reference and the name: one alone tells nothing. */
export function AddOtherForm({ reply }: { reply: Reply }) {
  const [form, fields] = useForm({
    id: 'ajouter',
    lastResult: answers(reply, 'add'),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: otherForm }),
  })
  return (
    <ActForm form={form} fields={fields}>
      <input type="hidden" name="act" value="add" />
      <TextField
        {...bind(fields.reference)}
        label="Référence de sa cotisation"
        required
        width="medium"
        autoComplete="off"
        help="Elle figure sur son appel de cotisation, par exemple C2027-00042."
      />
      <TextField
        {...bind(fields.name)}
        label="Nom du membre"
        required
        autoComplete="off"
        help="Son nom de famille, ou le nom de la structure."
      />
      <SubmitButton tone="secondary" pending="Recherche en cours">
        Ajouter cette cotisation
      </SubmitButton>
    </ActForm>
  )
}

/** The reply of one of the two forms of the page, told by what it sent. */
function answers(reply: Reply, act: 'pay' | 'add') {
  return reply?.lastResult.initialValue?.act === act ? reply.lastResult : undefined
}
