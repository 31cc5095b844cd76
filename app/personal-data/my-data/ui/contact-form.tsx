import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { useActForm } from '~/ui/use-act-form'
import { contactForm } from '../correct-contact.form'

type Contact = Record<'phone' | 'street' | 'postcode' | 'town', string | null>

/** Where and how to reach the member, as he corrects it himself. */
export function ContactForm({
  reply,
  memberId,
  contact,
  back,
}: {
  reply: FormReply | undefined
  memberId: string
  contact: Contact
  back: string
}) {
  const [form, fields] = useActForm(contactForm, {
    lastResult: reply?.lastResult,
    defaultValue: contact,
  })
  return (
    <ActForm form={form} fields={fields} reply={reply}>
      <input type="hidden" name="memberId" value={memberId} />
      <TextField {...bind(fields.phone)} label="Téléphone" type="tel" autoComplete="tel" optional width="medium" />
      <TextField {...bind(fields.street)} label="Numéro et rue" autoComplete="street-address" optional />
      <TextField
        {...bind(fields.postcode)}
        label="Code postal"
        autoComplete="postal-code"
        inputMode="numeric"
        optional
        width="short"
      />
      <TextField {...bind(fields.town)} label="Commune" autoComplete="address-level2" optional />
      <FormActions consequence="Les lettres, dont les recommandés, porteront cette adresse.">
        <SubmitButton pending="Enregistrement en cours">Enregistrer</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
