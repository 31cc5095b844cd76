import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openContext } from '~/offices/request.server'
import type { Actor, Context } from '~/platform/context'
import { db, transact } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { formAction } from '~/platform/http/form-action.server'
import { refusalReply } from '~/platform/http/refusal-reply.server'
import { mailLeaving } from '~/platform/mail/mail-server.server'
import { renewSession } from '~/platform/session.server'
import { ownPath } from '~/platform/sign-in/own-path'
import { requestLink, requestRenewal } from '~/platform/sign-in/request-link.server'
import { signInForm } from '~/platform/sign-in/sign-in.form'
import { RenewalPage } from '~/platform/sign-in/ui/renewal-page'
import { SentPage } from '~/platform/sign-in/ui/sent-page'
import { SignInPage } from '~/platform/sign-in/ui/sign-in-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.renewing ? 'Confirmer votre identité' : 'Se connecter' },
]

export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await openContext(request)
  const { vers, renewing } = asked(request, actor)
  if (actor && !renewing) throw redirect(vers)
  return { vers, renewing: renewing?.email ?? null, demo: env().DEMO, leaving: mailLeaving() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, now } = await openContext(request)
  const { vers, renewing } = asked(request, actor)
  const form = await request.formData()
  if (renewing) return renew({ db: db(), now, actor: renewing }, vers, form.get('intent'))
  return formAction(form, signInForm, async ({ email, vers }) => {
    await requestLink({ db: db(), now }, { email, redirectTo: vers, clientIp: context.clientIp })
    return { sent: email }
  })
}

/** Where to go afterwards, and who must prove again who he is. */
function asked(request: Request, actor: Actor | null) {
  const search = new URL(request.url).searchParams
  return { vers: ownPath(search.get('vers')), renewing: search.get('renouveler') === '1' ? actor : null }
}

async function renew({ db, now, actor }: Context, vers: string, intent: FormDataEntryValue | null) {
  if (intent === 'demo' && env().DEMO) {
    await transact(db, (tx) => renewSession(tx, { sessionId: actor.sessionId, now }))
    throw redirect(vers)
  }
  return refusalReply(
    async () => {
      await requestRenewal({ db, now }, { accountId: actor.accountId, redirectTo: vers })
      return { sent: actor.email }
    },
    ({ message }) => ({ tooOften: message }),
  )
}

export default function SignIn() {
  const { vers, renewing, demo, leaving } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const sent = reply && 'sent' in reply ? reply.sent : null
  const tooOften = reply && 'tooOften' in reply ? reply.tooOften : null
  if (renewing) return <RenewalPage {...{ email: renewing, vers, demo, leaving, tooOften }} sent={sent !== null} />
  if (sent !== null) return <SentPage email={sent} vers={vers} leaving={leaving} />
  return (
    <SignInPage vers={vers} demo={demo} leaving={leaving} reply={reply && 'lastResult' in reply ? reply : undefined} />
  )
}
