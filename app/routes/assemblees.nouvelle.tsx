import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createMeeting } from '~/meetings/prepare/create-meeting.server'
import { newMeetingForm } from '~/meetings/prepare/meeting.form'
import { MeetingFields } from '~/meetings/prepare/ui/meeting-fields'
import { videoRules } from '~/meetings/prepare/video-words.server'
import { poweredContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { formAction } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, RadioGroup } from '~/ui/form'
import { Page, Section } from '~/ui/page'
import { useActForm } from '~/ui/use-act-form'

export const meta: MetaFunction = () => [{ title: 'Préparer une réunion' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await poweredContext(request, 'meetings.prepare')
  return { rules: await videoRules(db, parisDate(now)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  return formAction(await request.formData(), newMeetingForm, async (input) => {
    const { meetingId } = await createMeeting(ctx, input)
    throw redirect(`/assemblees/${meetingId}/ordre-du-jour`)
  })
}

const BODIES = [
  { value: 'ago', label: 'Assemblée générale ordinaire', help: 'Comptes, budget, cotisations, élections, titres.' },
  { value: 'age', label: 'Assemblée générale extraordinaire', help: 'Statuts, fusion, dissolution.' },
  { value: 'bureau', label: 'Réunion du Bureau', help: 'Entre les titulaires d’un mandat en cours.' },
]

export default function NewMeeting() {
  const { rules } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useActForm(newMeetingForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <Page title="Préparer une réunion" breadcrumb={[{ href: '/assemblees', label: 'Assemblées' }]}>
      <Section>
        <ActForm form={form} fields={fields}>
          <RadioGroup {...bind(fields.body)} label="Quelle instance ?" choices={BODIES} />
          <MeetingFields fields={fields} rules={rules} annual />
          <FormActions consequence="Rien n’est envoyé : vous écrivez ensuite l’ordre du jour, puis vous convoquez.">
            <SubmitButton pending="Création en cours">Créer la réunion</SubmitButton>
          </FormActions>
        </ActForm>
      </Section>
    </Page>
  )
}
