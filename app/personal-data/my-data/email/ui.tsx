import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { useActForm } from '~/ui/use-act-form'
import { changeEmailForm } from './change-email.form'

/** The new address; a link is prepared for it. */
export function ChangeEmailForm({ reply }: { reply: FormReply | undefined }) {
  const [form, fields] = useActForm(changeEmailForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <ActForm form={form} fields={fields} reply={reply}>
      <TextField {...bind(fields.email)} label="Nouvelle adresse" type="email" autoComplete="email" required />
      <FormActions
        consequence={
          <>
            <Prepared to="cette adresse, avec un lien, et un autre pour votre adresse actuelle" /> Rien ne change avant
            que vous ayez ouvert le lien.
          </>
        }
      >
        <SubmitButton pending="Envoi en cours">Recevoir le lien</SubmitButton>
        <TextLink to="/mes-donnees">Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
