import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, FileField, FormActions, RadioGroup, TextArea } from '~/ui/form'
import { explanationForm, ownExplanationForm } from '../explanation.form'

type Props = {
  /** the member writes himself; else an officer notes what came */
  own: boolean
  today: string
  reply: FormReply | null | undefined
  files: { accept: string; help: string }
}

/** Explanations of the member, with a document where there is one. */
export function ExplanationForm({ own, today, reply, files }: Props) {
  const schema = own ? ownExplanationForm : explanationForm
  const [form, fields] = useForm<{ text: string; source?: string; receivedOn?: string }>({
    id: 'explanation',
    lastResult: reply?.lastResult.initialValue?.intent === 'explain' ? reply.lastResult : undefined,
    defaultValue: { receivedOn: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <ActForm form={form} fields={fields} intent="explain" encType="multipart/form-data">
      {own ? null : (
        <>
          <RadioGroup
            {...bind(fields.source)}
            label="Comment elles sont venues"
            choices={[
              { value: 'letter', label: 'Par courrier' },
              { value: 'mail', label: 'Par courriel' },
              { value: 'hearing', label: 'Oralement, devant le président' },
            ]}
          />
          <DateField {...bind(fields.receivedOn)} label="Reçues le" max={today} />
        </>
      )}
      <TextArea
        {...bind(fields.text)}
        label={own ? 'Vos explications' : 'Explications du membre'}
        help={
          own
            ? 'Elles seront lues par ceux qui décideront.'
            : 'Recopiez-les, ou résumez ce qui a été dit sans y ajouter.'
        }
        rows={8}
      />
      <FileField name="file" id="explanation-file" label="Document" help={files.help} accept={files.accept} optional />
      <FormActions>
        <SubmitButton pending="Enregistrement en cours">
          {own ? 'Envoyer mes explications' : 'Joindre au dossier'}
        </SubmitButton>
      </FormActions>
    </ActForm>
  )
}
