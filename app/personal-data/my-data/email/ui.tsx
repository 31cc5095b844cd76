import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { changeEmailForm } from './change-email.form'

/** The new address; a link leaves for it. */
export function ChangeEmailForm({ reply }: { reply: FormReply | undefined }) {
  const [form, fields] = useForm({
    lastResult: reply?.lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: changeEmailForm }),
    shouldRevalidate: 'onInput',
  })
  return (
    <ActForm form={form} fields={fields} reply={reply}>
      <TextField {...bind(fields.email)} label="Nouvelle adresse" type="email" autoComplete="email" required />
      <FormActions consequence="Un lien part à cette adresse, et votre adresse actuelle en est avertie. Rien ne change avant que vous l’ayez ouvert.">
        <SubmitButton pending="Envoi en cours">Recevoir le lien</SubmitButton>
        <TextLink to="/mes-donnees">Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
