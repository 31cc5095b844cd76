import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { demoPeople } from '~/offices/demo-people.query.server'
import { openContext } from '~/offices/request.server'
import { DemoPeople } from '~/offices/ui/demo-people'
import { instantOf, now as readClock } from '~/platform/clock.server'
import { advanceClock } from '~/platform/demo/advance-clock.server'
import { ClockPanel } from '~/platform/demo/clock-panel'
import { clockForm } from '~/platform/demo/clock.form'
import { enterAs } from '~/platform/demo/enter.server'
import { demoOnly } from '~/platform/demo/only.server'
import { env } from '~/platform/env.server'
import { orStatus } from '~/platform/http/or-status.server'
import { refusalReply } from '~/platform/http/refusal-reply.server'
import { ButtonLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Démonstration' }]

export async function loader({ request }: LoaderFunctionArgs) {
  demoOnly()
  const ctx = await openContext(request)
  return {
    now: ctx.now.toString(),
    groups: await demoPeople(ctx),
    current: ctx.actor?.accountId ?? null,
    sends: env().SMTP_URL !== undefined,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  demoOnly()
  const form = Object.fromEntries(await request.formData())
  if (form.intent === 'clock') return moveClock(form)
  const asked = z.object({ accountId: z.uuid() }).safeParse(form)
  if (!asked.success) return redirect('/demo')
  const cookie = await orStatus(enterAs(asked.data.accountId, request.headers))
  return redirect('/', { headers: { 'Set-Cookie': cookie } })
}

async function moveClock(form: Record<string, FormDataEntryValue>) {
  const asked = clockForm.safeParse(form)
  if (!asked.success) return data({ fault: asked.error.issues[0]?.message ?? 'Donnez un jour.' }, { status: 400 })
  const { data: wish } = asked
  return refusalReply(
    async () => {
      await advanceClock(
        'days' in wish ? (await readClock()).add({ hours: 24 * wish.days }) : instantOf(wish.date, wish.time),
      )
      return redirect('/demo')
    },
    ({ message }) => ({ fault: message }),
  )
}

export default function Demo() {
  const { now, groups, current, sends } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()?.fault
  return (
    <Page
      title="Démonstration"
      lead="Une communauté imaginaire, ses membres et ses assemblées. Entrez comme l’une de ces personnes ; rien de ce que vous faites ici n’engage quiconque."
      actions={
        <>
          <ButtonLink to="/demo/courriels" tone="secondary">
            {sends ? 'Voir les courriels' : 'Lire les courriels qui seraient envoyés'}
          </ButtonLink>
          <a href="#horloge">Avancer l’horloge</a>
        </>
      }
    >
      <Section title="Entrer comme" wide>
        <DemoPeople groups={groups} current={current} />
      </Section>
      <Section title="Horloge" id="horloge">
        <ClockPanel now={now} faults={fault ? [{ id: 'date', message: fault }] : []} />
      </Section>
    </Page>
  )
}
