import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import type { CasePage } from '../case-page.query.server'
import { REASON_SIGNS } from '~/statutes/exclusion'
import { ofName, capital } from '~/statutes/french'
import { Reasons, RefusalPanel } from '~/ui/article-chip'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import {
  bind,
  CheckboxField,
  ConfirmByName,
  ErrorSummary,
  faultsOf,
  FormActions,
  RadioGroup,
  SelectField,
  TextArea,
} from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { useActForm } from '~/ui/use-act-form'
import { GROUNDS } from '../case-file'
import { decisionForm, explanationForm, recusalForm } from '../case.form'
import { NO_KEEPER } from '../no-keeper'

type Props = { reply: FormReply | undefined; back: string }

type CaseKind = CasePage['kind']

/** What each decision makes of the member. */
const DECISIONS: Record<CaseKind, { keep: string; sanction: string; consequence: string }> = {
  EXCLUSION: {
    keep: 'reste membre',
    sanction: 'Exclusion',
    consequence: 'Une exclusion met fin à l’adhésion aujourd’hui : fonctions, pouvoirs et accès prennent fin.',
  },
  SUSPENSION: {
    keep: 'garde tous ses droits',
    sanction: 'Suspension',
    consequence: 'Une suspension commence aujourd’hui et finit d’elle-même au jour que dit le dossier.',
  },
  FOUNDER_LOSS: {
    keep: 'reste fondateur',
    sanction: 'Perte de la qualité de fondateur',
    consequence: 'Ses droits deviennent aujourd’hui ceux de sa nouvelle catégorie.',
  },
}

/** The President's decision: the sanction or none, with its reasons; the sanction is confirmed by the member's name. */
export function DecisionForm({ reply, back, label, kind }: Props & { label: string; kind: CaseKind }) {
  const { keep, sanction, consequence } = DECISIONS[kind]
  const [form, fields] = useActForm(decisionForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      {reply?.refusal?.reasons.length ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      <RadioGroup
        {...bind(fields.outcome)}
        label="Votre décision"
        choices={[
          { value: 'keep', label: `${label} ${keep}` },
          { value: 'sanction', label: `${sanction} ${ofName(label)}` },
        ]}
      />
      <TextArea
        {...bind(fields.reasons)}
        label="Motifs"
        rows={6}
        help={`Les faits que vous retenez, ce que le membre a répondu, pourquoi vous décidez ainsi. ${REASON_SIGNS} signes au moins. N’écrivez aucune donnée de santé.`}
      />
      <ConfirmByName {...bind(fields.confirm)} expected={label} />
      <FormActions
        consequence={`La lettre recommandée qui notifie la décision, avec ces motifs, est préparée : elle reste à poster. ${consequence} Vous ne pourrez pas revenir sur elle.`}
      >
        <SubmitButton tone="danger" pending="Décision en cours">
          Prendre cette décision
        </SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </Form>
  )
}

/** Who must not decide, and why. */
export function RecusalForm({ reply, back, people }: Props & { people: { value: string; label: string }[] }) {
  const [form, fields] = useActForm(recusalForm, {
    lastResult: reply?.lastResult,
  })
  const { error, initialValue } = reply?.lastResult ?? {}
  const last = Boolean(error?.unkept) || initialValue?.unkept === 'on'
  const grounds = Object.entries(GROUNDS).map(([value, label]) => ({
    value,
    label: capital(label),
  }))
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      {reply?.refusal && !last ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      <SelectField
        {...bind(fields.memberId)}
        label="Personne récusée"
        empty="Choisissez une personne"
        choices={people}
      />
      <RadioGroup {...bind(fields.ground)} label="Motif" choices={grounds} />
      {last ? (
        <Notice tone="warning" title="Plus aucun membre du Bureau ne pourra tenir ce dossier">
          <Reasons reasons={NO_KEEPER} />
          <div className="mt-4">
            <CheckboxField
              {...bind(fields.unkept)}
              label="J’ai lu que personne ne tiendra plus ce dossier avant que l’assemblée désigne quelqu’un."
            />
          </div>
        </Notice>
      ) : null}
      <FormActions consequence="Cette personne ne décide pas. Si c’est le Président, l’assemblée décide à sa place. Une récusation ne se retire pas.">
        <SubmitButton pending="Enregistrement en cours">Enregistrer la récusation</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </Form>
  )
}

/** The member's own words. */
export function ExplanationForm({ reply }: { reply: FormReply | undefined }) {
  const [form, fields] = useActForm(explanationForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <ActForm form={form} fields={fields} intent="explain" reply={reply}>
      <TextArea
        {...bind(fields.text)}
        label="Votre réponse"
        rows={8}
        help="Elle est jointe au dossier telle quelle, avec sa date."
      />
      <FormActions consequence="Vous pouvez répondre plusieurs fois tant que la décision n’est pas prise. Une réponse envoyée ne change plus.">
        <SubmitButton pending="Envoi en cours">Envoyer ma réponse</SubmitButton>
      </FormActions>
    </ActForm>
  )
}
