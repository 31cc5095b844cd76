import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { SecondSessionRange } from '~/statutes/notice'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FormActions, TextField, TimeField } from '~/ui/form'
import { frenchDate, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { secondSessionForm } from '../second-session.form'

type SecondSessionFormProps = {
  back: string
  range: SecondSessionRange
  known: { suggested: string | null; time: string; place: string | null; videoUrl: string | null }
  /** how many will be written to */
  called: number
  lastResult: SubmissionResult<string[]> | undefined
}

/** Day, hour and place: all the rest is the first session’s, word for word. */
export function SecondSessionForm({ back, range, known, called, lastResult }: SecondSessionFormProps) {
  const [form, fields] = useForm({
    id: 'seconde-session',
    lastResult,
    defaultValue: {
      date: known.suggested ?? range.earliest,
      time: known.time,
      place: known.place ?? '',
      videoUrl: known.videoUrl ?? '',
    },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: secondSessionForm }),
  })
  const until = range.latest ? ` au ${frenchDate(range.latest, { weekday: true })}` : ', sans limite'
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-6">
      <ErrorSummary faults={faultsOf(form, fields)} />
      <DateField
        {...bind(fields.date)}
        label="Jour"
        min={range.earliest}
        max={range.latest ?? undefined}
        help={`Du ${frenchDate(range.earliest, { weekday: true })}${until}.`}
      />
      <TimeField {...bind(fields.time)} label="Heure" />
      <TextField {...bind(fields.place)} label="Lieu" />
      <TextField {...bind(fields.videoUrl)} type="url" label="Lien de visioconférence" optional />
      <FormActions consequence="Même ordre du jour et mêmes textes. Les pouvoirs donnés pour la première session ne valent plus : chacun répond à nouveau. Vous relisez avant que rien ne soit préparé.">
        <SubmitButton pending="Convocation en cours">{`Convoquer ${plural(called, 'membre')} à la seconde session`}</SubmitButton>
        <TextLink to={back}>Revenir à la séance</TextLink>
      </FormActions>
    </Form>
  )
}
