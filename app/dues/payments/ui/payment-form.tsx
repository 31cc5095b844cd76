import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, FormActions, MoneyField, RadioGroup, rowsOf, TextField } from '~/ui/form'
import { euros, moneyInput, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import type { NewPaymentPage } from '../new-payment-page.query.server'
import { paymentForm } from '../payment.form'

const METHODS = [
  { value: 'TRANSFER', label: 'Virement' },
  { value: 'CHEQUE', label: 'Chèque', help: 'Il attendra sa remise en banque.' },
  { value: 'CASH', label: 'Espèces' },
]

type Props = Pick<NewPaymentPage, 'token' | 'today' | 'chosen' | 'bankLine'> & { reply: FormReply | undefined }

/** What came, how, from whom; each dues receives what it lacks unless another sum is typed. */
export function PaymentForm({ reply, token, today, chosen, bankLine }: Props) {
  const total = chosen.reduce((sum, { lackingCents }) => sum + lackingCents, 0)
  const [form, fields] = useForm<z.input<typeof paymentForm>, z.output<typeof paymentForm>>({
    lastResult: reply?.lastResult,
    defaultValue: {
      id: token,
      method: 'TRANSFER',
      paidOn: bankLine?.on ?? today,
      payerName: chosen[0]?.label ?? '',
      receivedCents: bankLine ? moneyInput(bankLine.amountCents) : undefined,
      reference: bankLine?.label,
      bankLineId: bankLine?.id,
      lines: chosen.map(({ duesId, lackingCents }) => ({ duesId, amountCents: moneyInput(lackingCents) })),
    },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: paymentForm }),
    shouldRevalidate: 'onInput',
  })
  const lines = rowsOf(fields.lines).map((field) => field.getFieldset())
  const faults = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.map((message) => (name === '' || name === 'lines' ? { message } : { id: `champ-${name}`, message })),
  )
  const named = <P extends { id: string; name: string }>(props: P) => ({ ...props, id: `champ-${props.name}` })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="group/paiement space-y-6">
      {reply?.refusal && faults.length === 0 ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faults} />
      )}
      <input type="hidden" name={fields.id.name} value={fields.id.initialValue ?? token} />
      {bankLine ? <input type="hidden" name={fields.bankLineId.name} value={bankLine.id} /> : null}
      {chosen.map((dues, index) => {
        const line = lines[index]
        if (!line) return null
        return (
          <div key={dues.duesId}>
            <input type="hidden" name={line.duesId.name} value={dues.duesId} />
            <MoneyField
              {...named(bind(line.amountCents))}
              required={false}
              label={`Pour ${dues.label}, cotisation ${dues.year}`}
              help={`Reste ${euros(dues.lackingCents)}. Vide : tout ce qui reste.`}
            />
          </div>
        )
      })}
      {bankLine ? (
        <input type="hidden" name={fields.method.name} value="TRANSFER" />
      ) : (
        <RadioGroup {...named(bind(fields.method))} label="Mode de paiement" choices={METHODS} />
      )}
      <DateField {...named(bind(fields.paidOn))} label="Reçu le" max={today} required />
      <TextField
        {...named(bind(fields.payerName))}
        label="Payé par"
        required
        help="Le membre, ou qui paie pour lui : une structure, un conjoint."
      />
      <MoneyField
        {...named(bind(fields.receivedCents))}
        required={false}
        label="Somme reçue"
        optional
        help={`Seulement si elle dépasse le total des lignes (${euros(total)}) : la différence attendra d’être affectée ou rendue.`}
      />
      {bankLine ? null : (
        <fieldset className="hidden space-y-4 border-l-2 group-has-[input[value=CHEQUE]:checked]/paiement:block border-rule pl-4">
          <legend className="font-semibold">Le chèque</legend>
          <TextField
            {...named(bind(fields.chequeNumber))}
            required={false}
            label="Numéro du chèque"
            width="medium"
            inputMode="numeric"
          />
          <TextField
            {...named(bind(fields.chequeBank))}
            required={false}
            label="Banque"
            width="medium"
            help="Par exemple : Crédit agricole"
          />
        </fieldset>
      )}
      <TextField {...named(bind(fields.reference))} required={false} label="Libellé ou remarque" optional />
      <FormActions
        consequence={`${plural(chosen.length, 'reçu numéroté est établi et préparé', 'reçus numérotés sont établis et préparés')} par courriel${chosen.length > 1 ? ', un par membre' : ''}.`}
      >
        <SubmitButton pending="Enregistrement en cours">Enregistrer le paiement</SubmitButton>
        <TextLink to="/cotisations/paiements">Annuler</TextLink>
      </FormActions>
    </Form>
  )
}
