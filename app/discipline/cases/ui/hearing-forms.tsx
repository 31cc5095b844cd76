import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { RefusalPanel } from '~/ui/article-chip'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import {
  bind,
  DateField,
  ErrorSummary,
  faultsOf,
  FormActions,
  RadioGroup,
  TextArea,
  TextField,
  TimeField,
} from '~/ui/form'
import { TextLink } from '~/ui/link'
import { useActForm } from '~/ui/use-act-form'
import { hearingForm, noticeForm } from '../case.form'

type Props = { reply: FormReply | undefined; back: string }

const WAYS = [
  { value: 'hearing', label: 'Être entendu', help: 'À un jour, une heure et un lieu que la lettre indique.' },
  { value: 'writing', label: 'Répondre par écrit', help: 'Dans le délai de défense, au Président.' },
]

/** Writes the letter: how the member defends himself. `reset`: another day for a hearing already announced. */
export function NoticeForm({
  reply,
  back,
  earliest,
  place,
  reset,
}: Props & { earliest: string; place: string; reset: boolean }) {
  const [form, fields] = useActForm(noticeForm, {
    id: 'lettre',
    lastResult: reply?.lastResult,
    defaultValue: { way: 'hearing', place },
  })
  const help = reset
    ? undefined
    : 'À remplir si le membre est entendu ; ces trois lignes ne servent pas s’il répond par écrit.'
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      <input type="hidden" name="intent" value="set" />
      {reply?.refusal?.reasons.length ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      {reset ? (
        <input type="hidden" name="way" value="hearing" />
      ) : (
        <RadioGroup {...bind(fields.way)} label="Le membre est invité à" choices={WAYS} />
      )}
      <DateField {...bind(fields.on)} label="Jour de l’audition" min={earliest} help={help} />
      <TimeField {...bind(fields.time)} label="Heure de l’audition" />
      <TextField {...bind(fields.place)} label="Lieu de l’audition" />
      {reset ? (
        <FormActions
          consequence={
            <>
              <Prepared to="le membre" /> S’il n’a pas d’adresse électronique, écrivez-lui.
            </>
          }
        >
          <SubmitButton pending="Enregistrement en cours">Fixer cette audition</SubmitButton>
          <TextLink to={back}>Annuler</TextLink>
        </FormActions>
      ) : (
        <FormActions consequence="La lettre est écrite avec les faits, la règle, la sanction envisagée et les droits du membre. Vous l’imprimez et la postez en recommandé avec avis de réception. Le dossier ne change plus.">
          <SubmitButton pending="Écriture en cours">Écrire la lettre</SubmitButton>
          <TextLink to={back}>Annuler</TextLink>
        </FormActions>
      )}
    </Form>
  )
}

/** What was said at the hearing, or that nobody came. */
export function HearingForm({ reply, back }: Props) {
  const [form, fields] = useActForm(hearingForm, {
    id: 'compte-rendu',
    lastResult: reply?.lastResult,
  })
  return (
    <ActForm form={form} fields={fields} intent="record" reply={reply}>
      <RadioGroup
        {...bind(fields.held)}
        label="Le membre est-il venu ?"
        choices={[
          { value: 'yes', label: 'Oui, il a été entendu' },
          { value: 'no', label: 'Non, il n’est pas venu' },
        ]}
      />
      <TextField {...bind(fields.assistedBy)} label="Assisté de" optional />
      <TextArea
        {...bind(fields.notes)}
        label="Ce qui a été dit"
        rows={6}
        help="Les arguments du membre, fidèlement. N’écrivez aucune donnée de santé."
      />
      <FormActions consequence="Le compte rendu est joint au dossier et ne change plus. Le membre peut le lire.">
        <SubmitButton pending="Enregistrement en cours">Enregistrer le compte rendu</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
