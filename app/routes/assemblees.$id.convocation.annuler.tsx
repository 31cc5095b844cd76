import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officerAccess } from '~/meetings/access.server'
import { cancelMeeting } from '~/meetings/convene/cancel-meeting.server'
import { calledCount } from '~/meetings/electorate.server'
import { cancelForm } from '~/meetings/convene/proof.form'
import { meetingTitle } from '~/meetings/meeting-title'
import { meetingName } from '~/meetings/meeting-words'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, TextArea } from '~/ui/form'
import { plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import { Unverified } from '~/ui/verify-act'
import { useActForm } from '~/ui/use-act-form'

export const meta = meetingTitle('Annuler la réunion')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.convene')
  const { id } = await officerAccess(ctx, params.id)
  return { id, people: await calledCount(ctx.db, id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.convene')
  const meeting = await officerAccess(ctx, params.id)
  const meetingId = meeting.id
  const form = await request.formData()
  return formAction(form, cancelForm, async ({ reason }) => {
    const people = plural(await calledCount(ctx.db, meetingId), 'personne convoquée', 'personnes convoquées')
    if (meeting.state !== 'CANCELLED')
      demandVerified(form, {
        title: `annuler ${meetingName(meeting)}`,
        facts: [`L’annulation est préparée pour ${people}, avec ces mots\u00a0: «\u00a0${reason}\u00a0»`],
        act: 'Annuler définitivement la réunion',
        pending: 'Annulation en cours',
        tone: 'danger',
        back: `/assemblees/${meetingId}/convocation`,
        consequence:
          'Réponses et pouvoirs sont sans effet. Une réunion annulée ne se reprend pas : on en prépare une autre.',
      })
    await cancelMeeting(ctx, { meetingId, reason })
    throw redirect(`/assemblees/${meetingId}/convocation`)
  })
}

export default function CancelMeeting() {
  const { id, people } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useActForm(cancelForm, {
    lastResult: reply?.lastResult,
  })
  if (reply?.verify) return <Unverified verify={reply.verify} />
  return (
    <Section title="Annuler la réunion">
      <ActForm form={form} fields={fields}>
        <TextArea {...bind(fields.reason)} label="Pourquoi" help="Les membres liront ces mots." />
        <FormActions
          consequence={`L’annulation est préparée pour ${plural(people, 'personne convoquée', 'personnes convoquées')} ; réponses et pouvoirs sont sans effet. Une réunion annulée ne se reprend pas : on en prépare une autre.`}
        >
          <SubmitButton tone="danger" pending="Annulation en cours">
            Annuler la réunion
          </SubmitButton>
          <TextLink to={`/assemblees/${id}/convocation`}>Revenir</TextLink>
        </FormActions>
      </ActForm>
    </Section>
  )
}
