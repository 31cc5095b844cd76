import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { statutesInForce } from '~/association/in-force.server'
import { qualitiesOf } from '~/offices/qualities'
import { signedInContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { clearedCookie, revokeSessions } from '~/platform/session.server'
import { mySessions, type MySession } from '~/platform/sign-in/my-sessions.query.server'
import { SubmitButton } from '~/ui/button'
import { DefinitionList } from '~/ui/definition-list'
import { frenchDateTime } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'

export const meta: MetaFunction = () => [{ title: 'Votre compte' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await signedInContext(request)
  const { name, email } = context.actor
  const { statutes } = await statutesInForce(context.db, parisDate(context.now))
  const qualities = qualitiesOf(context.actor, statutes.categories)
  return { name, email, qualities, sessions: await mySessions(context) }
}

const wish = z.union([z.object({ session: z.uuid() }), z.object({ others: z.literal('1') })])

export async function action({ request }: ActionFunctionArgs) {
  const { db, now, actor } = await signedInContext(request)
  const given = wish.safeParse(Object.fromEntries(await request.formData()))
  if (!given.success) return redirect('/mes-sessions')
  const which = 'session' in given.data ? { only: given.data.session } : { except: actor.sessionId }
  await revokeSessions(db, { accountId: actor.accountId, now, ...which })
  if (which.only === actor.sessionId) return redirect('/', { headers: { 'Set-Cookie': clearedCookie() } })
  return redirect('/mes-sessions')
}

export default function Account() {
  const { name, email, qualities, sessions } = useLoaderData<typeof loader>()
  return (
    <Page title="Votre compte">
      <Section>
        <DefinitionList
          items={[
            { term: 'Nom', value: name },
            { term: 'Adresse de connexion', value: <span className="break-all">{email}</span> },
            ...(qualities.length ? [{ term: 'En qualité de', value: <Qualities qualities={qualities} /> }] : []),
          ]}
        />
        <TextLink to="/mes-donnees/courriel">Changer d’adresse</TextLink>
      </Section>
      <Section title="Vos sessions ouvertes">
        <p>Chaque appareil où votre session est ouverte. Mettez fin à ceux que vous ne reconnaissez pas.</p>
        <ul className="border-t border-rule">
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
        {sessions.length > 1 ? (
          <Form method="post">
            <SubmitButton tone="secondary" name="others" value="1">
              Mettre fin à toutes les autres
            </SubmitButton>
          </Form>
        ) : null}
      </Section>
    </Page>
  )
}

function Qualities({ qualities }: { qualities: string[] }) {
  return (
    <ul>
      {qualities.map((quality) => (
        <li key={quality}>{quality}</li>
      ))}
    </ul>
  )
}

function SessionLine({ session }: { session: MySession }) {
  const name = `${session.device}, ouverte le ${frenchDateTime(session.openedAt)}`
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
      <div>
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {session.device}
          {session.current ? <StatusBadge tone="success">cet appareil</StatusBadge> : null}
        </p>
        <p className="text-[0.9375rem] text-muted">
          Ouverte le {frenchDateTime(session.openedAt)}, vue le {frenchDateTime(session.lastSeenAt)}
        </p>
      </div>
      <Form method="post" className="max-sm:-ml-4">
        <SubmitButton tone="quiet" name="session" value={session.id} aria-label={`Mettre fin à la session ${name}`}>
          Mettre fin
        </SubmitButton>
      </Form>
    </li>
  )
}
