import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, FileField, FormActions, RadioGroup, TextArea } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { CitationFields } from '~/members/register/ui/citation-fields'
import { citedDeparture, departureSchema, RESIGNATION_CHANNELS, type DepartureKind } from '../departure.form'

type Props = {
  kind: DepartureKind
  reply: FormReply | undefined
  today: string
  back: string
  /** null: by a reprise, which cites the paper in place of keeping it */
  files: { accept: string; help: string } | null
}

const channels = Object.entries(RESIGNATION_CHANNELS).map(([value, label]) => ({
  value,
  label,
  help:
    value === 'mail'
      ? 'Vaut démission s’il ne laisse aucun doute : la loi permet de se retirer à tout moment. Gardez-en copie ci-dessous.'
      : undefined,
}))

const DAYS = {
  DECEASED: { label: 'Date du décès', help: undefined },
  DISSOLVED: {
    label: 'Date de la fin',
    help: 'Le jour de la dissolution, ou du jugement qui prononce la liquidation.',
  },
} as const

const ENDS = 'Les fonctions au Bureau et les pouvoirs prennent fin ce jour-là.'
const KEPT = 'La fiche reste au registre, et cet enregistrement ne s’efface pas.'
const DUES: Record<DepartureKind, string> = {
  RESIGNED: 'Les cotisations échues et celle de l’année restent dues.',
  DECEASED: 'Aucun rappel ni autre message n’est plus préparé pour son adresse.',
  DISSOLVED: 'Les cotisations échues et celle de l’année restent dues.',
}

/** The end of a membership that is a fact: a resignation, a death, the end of a body. */
export function DepartureForm({ kind, reply, today, back, files }: Props) {
  const schema = files ? departureSchema : citedDeparture
  const [form, fields] = useForm<z.input<typeof citedDeparture>, z.output<typeof departureSchema>>({
    lastResult: reply?.lastResult,
    defaultValue: kind === 'RESIGNED' ? { kind, receivedOn: today } : { kind },
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <ActForm form={form} fields={fields} reply={reply} encType="multipart/form-data">
      <input type="hidden" name="kind" value={kind} />
      {files ? null : <CitationFields fields={fields} />}
      {kind === 'RESIGNED' ? (
        <>
          <RadioGroup {...bind(fields.channel)} label="Comment la démission est-elle arrivée ?" choices={channels} />
          <DateField {...bind(fields.receivedOn)} label="Reçue le" required help="Elle prend effet ce jour-là." />
          <DateField
            {...bind(fields.on)}
            label="Effet à une date plus tardive"
            optional
            help="Seulement si le membre en a choisi une. Jusque-là il garde tous ses droits."
          />
        </>
      ) : (
        <DateField {...bind(fields.on)} {...DAYS[kind]} required />
      )}
      {files ? (
        <FileField
          name="file"
          id={`${form.id}-file`}
          errors={reply?.lastResult.error?.file ?? undefined}
          label={kind === 'RESIGNED' ? 'Lettre ou courriel reçu' : 'Justificatif'}
          optional
          accept={files.accept}
          help={files.help}
        />
      ) : null}
      <TextArea {...bind(fields.reason)} label="Précision" optional rows={2} />
      <FormActions
        consequence={
          <>
            {ENDS} <Prepared to="ceux que cela concerne" /> {DUES[kind]} {KEPT}
          </>
        }
      >
        <SubmitButton tone="danger" pending="Enregistrement en cours">
          {files ? 'Enregistrer le départ' : 'Proposer cette reprise'}
        </SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
