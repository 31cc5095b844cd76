import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, CheckboxField, DateField, FormActions, SelectField, TextArea } from '~/ui/form'
import { frenchDate } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { useActForm } from '~/ui/use-act-form'
import { appealForm, listAppealForm, receivedAppealForm } from '../appeal.form'

type Props = { reply: FormReply | undefined; back: string }

/** The excluded person asks the assembly to decide again; a text if one wishes. */
export function AppealForm({ reply, back }: Props) {
  const [form, fields] = useActForm(appealForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <ActForm form={form} fields={fields} intent="lodge" reply={reply}>
      <TextArea
        {...bind(fields.text)}
        optional
        label="Ce que vous voulez dire à l’assemblée"
        rows={8}
        help="Les membres le liront avec le texte à voter. 5 000 signes au plus. N’écrivez aucune donnée de santé."
      />
      <CheckboxField
        {...bind(fields.confirm)}
        label="Je demande à l’assemblée générale ordinaire de décider à nouveau de mon exclusion."
      />
      <FormActions consequence="Le recours est enregistré à la date d’aujourd’hui et son texte ne change plus. Les motifs de l’exclusion et votre texte seront portés à la connaissance des membres. L’exclusion n’est pas suspendue d’ici la décision.">
        <SubmitButton pending="Envoi en cours">Former mon recours</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}

/** An appeal that came by letter, recorded by whoever keeps the file. */
export function ReceivedAppealForm({ reply, back, min, today }: Props & { min: string; today: string }) {
  const [form, fields] = useActForm(receivedAppealForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <ActForm form={form} fields={fields} intent="record" reply={reply}>
      <DateField
        {...bind(fields.on)}
        label="Jour du recours"
        help="Le jour d’envoi que porte le cachet de la poste ; à défaut, celui de la réception."
        min={min}
        max={today}
      />
      <TextArea
        {...bind(fields.text)}
        optional
        label="Ce que dit la lettre"
        rows={8}
        help="Recopié tel quel : les membres le liront avec le texte à voter."
      />
      <FormActions
        consequence={
          <>
            <Prepared to="la personne exclue, qui en accuse réception" /> Un recours enregistré ne change plus.
          </>
        }
      >
        <SubmitButton pending="Enregistrement en cours">Enregistrer le recours</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}

type Draft = { id: string; date: string }

/** On which agenda the appeal is put. */
export function ListAppealForm({ reply, back, meetings }: Props & { meetings: readonly Draft[] }) {
  const [form, fields] = useActForm(listAppealForm, {
    lastResult: reply?.lastResult,
  })
  if (meetings.length === 0)
    return (
      <Notice tone="turn" title="Préparer une assemblée générale ordinaire">
        <p>Aucune n’est en préparation : créez-la, puis revenez inscrire le recours à son ordre du jour.</p>
        <ButtonLink to="/assemblees/nouvelle">Préparer une réunion</ButtonLink>
      </Notice>
    )
  return (
    <ActForm form={form} fields={fields} intent="list" reply={reply}>
      <SelectField
        {...bind(fields.meetingId)}
        label="Assemblée en préparation"
        choices={meetings.map(({ id, date }) => ({ value: id, label: `AGO du ${frenchDate(date)}` }))}
      />
      <FormActions
        consequence={
          <>
            Un point et une résolution au vote secret sont ajoutés à son ordre du jour, avec les faits, les motifs et le
            recours. <Prepared to="la personne exclue, avec la date prévue" />
          </>
        }
      >
        <SubmitButton pending="Inscription en cours">Inscrire à l’ordre du jour</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
