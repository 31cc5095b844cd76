import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { frenchDate } from '~/ui/format'
import { bind, DateField, FileField, FormActions, RadioGroup, SelectField, TextField } from '~/ui/form'
import { useActForm } from '~/ui/use-act-form'
import { letterStepForm, RETURN_REASONS, STEP_WORDS, type LetterStep } from '../letter-step.form'

type Props = {
  step: LetterStep
  today: string
  /** day of the member's consent to electronic registered letters */
  consentOn: string | null
  /** by which it is expected to leave */
  channel: 'POSTAL' | 'ELECTRONIC'
  reply: FormReply | null | undefined
  files: { accept: string; help: string }
}

const VERBS: Record<LetterStep, string> = {
  deposited: 'Enregistrer le dépôt',
  presented: 'Enregistrer la présentation',
  received: 'Enregistrer la remise',
  returned: 'Enregistrer le retour',
}

/** One step of a registered letter, with its day and its scan. */
export function LetterStepForm({ step, today, consentOn, channel, reply, files }: Props) {
  const mine = reply?.lastResult.initialValue?.step === step
  const [form, fields] = useActForm(letterStepForm, {
    id: step,
    lastResult: mine ? reply?.lastResult : undefined,
    defaultValue: { on: today, channel },
  })
  return (
    <ActForm form={form} fields={fields} intent="step" encType="multipart/form-data">
      <input type="hidden" name="step" value={step} />
      {step === 'deposited' ? (
        <>
          {consentOn ? (
            <RadioGroup
              {...bind(fields.channel)}
              label="Envoi"
              choices={[
                { value: 'POSTAL', label: 'Lettre recommandée postale' },
                {
                  value: 'ELECTRONIC',
                  label: 'Lettre recommandée électronique qualifiée',
                  help: `Ce membre l’a acceptée le ${frenchDate(consentOn)}.`,
                },
              ]}
            />
          ) : null}
          <TextField
            {...bind(fields.postalNumber)}
            label="Numéro du recommandé"
            help="Par exemple : 1A 123 456 7890 1"
          />
          {consentOn ? (
            <TextField {...bind(fields.provider)} label="Prestataire, pour un envoi électronique" optional />
          ) : null}
        </>
      ) : null}
      {step === 'returned' ? (
        <SelectField
          {...bind(fields.reason)}
          label="Motif du retour"
          empty="Choisir"
          choices={RETURN_REASONS.map((reason) => ({ value: reason, label: reason }))}
        />
      ) : null}
      <DateField {...bind(fields.on)} label={`${STEP_WORDS[step]} le`} max={today} />
      <FileField
        name="proof"
        id={`${step}-proof`}
        label="Preuve numérisée"
        help={files.help}
        accept={files.accept}
        optional
      />
      <FormActions>
        <SubmitButton pending="Enregistrement en cours">{VERBS[step]}</SubmitButton>
      </FormActions>
    </ActForm>
  )
}
