import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useState } from 'react'
import { SubmitButton } from '~/ui/button'
import { bind, ErrorSummary, faultsOf, FormActions, RadioGroup, TextField } from '~/ui/form'
import { SignaturePad } from '~/ui/signature-pad'
import { useHydrated } from '~/ui/use-hydrated'
import { ownArrivalForm } from '../arrival.form'

type OwnArrivalFormProps = {
  memberId: string
  label: string
  video: boolean
  /** the figures of the room, when they came with the QR code */
  roomCode: string | null
  lastResult: SubmissionResult<string[]> | undefined
}

/** Sign for oneself: the figures shown in the room, a signature, done. */
export function OwnArrivalForm({ memberId, label, video, roomCode, lastResult }: OwnArrivalFormProps) {
  const hydrated = useHydrated()
  const [form, fields] = useForm({
    id: `presence-${memberId}`,
    lastResult,
    defaultValue: { code: roomCode ?? '', mode: 'IN_PERSON' },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ownArrivalForm }),
  })
  const [mode, setMode] = useState(bind(fields.mode).defaultValue ?? 'IN_PERSON')
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-6">
      <ErrorSummary faults={faultsOf(form, fields)} />
      <input type="hidden" name="act" value="arrive" />
      <input type="hidden" name="memberId" value={memberId} />
      {video ? (
        <div onChange={(event) => event.target instanceof HTMLInputElement && setMode(event.target.value)}>
          <RadioGroup
            {...bind(fields.mode)}
            label="Vous participez"
            choices={[
              { value: 'IN_PERSON', label: 'Dans la salle' },
              {
                value: 'VIDEO',
                label: 'Par visioconférence',
                help: 'Vous êtes compté présent et vous votez, tant que vous restez en ligne.',
              },
            ]}
          />
        </div>
      ) : null}
      {!hydrated || mode === 'IN_PERSON' ? (
        <TextField
          {...bind(fields.code)}
          required={false}
          label="Code de la salle"
          help={roomCode ? 'Lu sur l’écran de la salle.' : 'Les six chiffres affichés sur l’écran de la salle.'}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
        />
      ) : null}
      <SignaturePad
        name="signature"
        typedName={fields.typedName.name}
        errors={fields.typedName.errors}
        signer={label}
      />
      <FormActions>
        <SubmitButton pending="Enregistrement" wide>
          Signer ma présence
        </SubmitButton>
      </FormActions>
    </Form>
  )
}
