import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officerAccess } from '~/meetings/access.server'
import { calledCount } from '~/meetings/electorate.server'
import { changeMeeting } from '~/meetings/prepare/change-meeting.server'
import { changeMeetingForm } from '~/meetings/prepare/meeting.form'
import { MeetingFields } from '~/meetings/prepare/ui/meeting-fields'
import { videoRules } from '~/meetings/prepare/video-words.server'
import { LateReason } from '~/meetings/convene/ui/late-reason'
import { isPresident } from '~/meetings/convene/signer.server'
import { meetingTitle } from '~/meetings/meeting-title'
import { poweredContext } from '~/offices/request.server'
import { isoDate } from '~/platform/dates'
import { formAction } from '~/platform/http/form-action.server'
import { demandVerified } from '~/platform/http/verify.server'
import { mailLeaving } from '~/platform/mail/mail-server.server'
import { preparedSentence } from '~/platform/mail/prepared'
import { Prepared } from '~/platform/mail/ui/prepared'
import { ActForm } from '~/ui/act-form'
import { frenchDate, parisParts, plural } from '~/ui/format'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, TextArea } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import { Unverified } from '~/ui/verify-act'
import { useActForm } from '~/ui/use-act-form'

export const meta = meetingTitle('Modifier la date ou le lieu')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  const meeting = await officerAccess(ctx, params.id)
  const convened = meeting.state === 'CONVENED'
  const [rules, called] = await Promise.all([
    videoRules(ctx.db, isoDate(meeting.date)),
    convened ? calledCount(ctx.db, meeting.id) : 0,
  ])
  const { hour, minute } = parisParts(meeting.startsAt)
  const { title, place, videoUrl, accountsOfYear } = meeting
  return {
    id: meeting.id,
    convened,
    called,
    president: isPresident(ctx),
    annual: meeting.body === 'ago',
    rules: rules.filter(({ body }) => body === meeting.body),
    value: {
      title,
      date: isoDate(meeting.date),
      time: `${hour}:${minute}`,
      place: place ?? '',
      videoUrl: videoUrl ?? '',
      accountsOfYear: accountsOfYear?.toString() ?? '',
      note: '',
      lateReason: '',
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  const { id, state } = await officerAccess(ctx, params.id)
  const form = await request.formData()
  return formAction(form, changeMeetingForm, async (input) => {
    if (state === 'CONVENED') {
      const to = peopleCalled(await calledCount(ctx.db, id))
      const where = [input.place, input.videoUrl].filter((each) => each !== undefined).join(', ')
      demandVerified(form, {
        title: 'la réunion modifiée',
        facts: [
          `${input.title}, le ${frenchDate(input.date, { weekday: true })} à ${input.time}${where ? `, ${where}` : ''}.`,
          ...(input.note ? [`Mot aux membres\u00a0: «\u00a0${input.note}\u00a0»`] : []),
          preparedSentence({ to }, mailLeaving()),
        ],
        act: `Modifier et écrire à ${to}`,
        pending: 'Enregistrement en cours',
        tone: 'primary',
        back: `/assemblees/${id}/modifier`,
        consequence: 'Un envoi ne se reprend pas : il se corrige par un autre.',
      })
    }
    await changeMeeting(ctx, { ...input, meetingId: id })
    throw redirect(`/assemblees/${id}`)
  })
}

const peopleCalled = (count: number) => plural(count, 'personne convoquée', 'personnes convoquées')

export default function ChangeMeeting() {
  const { id, convened, called, president, annual, rules, value } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useActForm(changeMeetingForm, {
    lastResult: reply?.lastResult,
    defaultValue: value,
  })
  const people = peopleCalled(called)
  if (reply?.verify) return <Unverified verify={reply.verify} />
  return (
    <Section title="Modifier la date ou le lieu">
      <ActForm form={form} fields={fields} reply={reply}>
        <MeetingFields fields={fields} rules={rules} annual={annual} />
        {convened ? (
          <TextArea
            {...bind(fields.note)}
            optional
            label="Mot aux membres"
            help="Il figure dans le message qui annonce le changement."
          />
        ) : null}
        {reply?.refusal && president ? <LateReason {...bind(fields.lateReason)} /> : null}
        <FormActions
          consequence={
            convened ? (
              <>
                Une correction est préparée aussitôt, avec le rendez-vous corrigé. <Prepared to={people} />
              </>
            ) : undefined
          }
        >
          <SubmitButton pending="Enregistrement en cours">
            {convened ? 'Modifier et écrire aux membres' : 'Enregistrer'}
          </SubmitButton>
          <TextLink to={`/assemblees/${id}`}>Annuler</TextLink>
        </FormActions>
      </ActForm>
    </Section>
  )
}
