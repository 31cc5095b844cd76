import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { signedInContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { lastTrial, tryBox } from '~/platform/mail/returned/box-trial.server'
import { decideReturned, readsReturns } from '~/platform/mail/returned/decide-returned.server'
import { ReturnedList } from '~/platform/mail/returned/returned-list'
import { returnedPage } from '~/platform/mail/returned/returned-page.query.server'
import { TrialSection } from '~/platform/mail/returned/trial-section'
import { EmptyState } from '~/ui/empty-state'
import { plural } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Courriels revenus' }]

/** Open to whoever sends what may come back; the others are told that nothing is there. */
async function reader(request: Request) {
  const ctx = await signedInContext(request)
  if (!readsReturns(ctx)) throw data(null, { status: 404 })
  return ctx
}

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await reader(request)
  const after = z.uuid().safeParse(new URL(request.url).searchParams.get('apres'))
  return { ...(await returnedPage(ctx.db, { after: after.data ?? null })), trial: await lastTrial(ctx) }
}

const answer = z.object({ id: z.uuid(), verdict: z.enum(['FAILED', 'NO_EFFECT']) })

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await reader(request)
  const form = await request.formData()
  if (form.get('intent') === 'try') {
    await orStatus(tryBox(ctx))
    return redirect('/courriels-revenus')
  }
  const asked = answer.safeParse(Object.fromEntries(form))
  if (!asked.success) throw data(null, { status: 400 })
  await orStatus(decideReturned(ctx, asked.data))
  return redirect('/courriels-revenus')
}

export default function ReturnedMails() {
  const { waiting, filed, count, nextKey, boxRead, trial } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Courriels revenus"
      lead="Ce que la boîte des retours a reçu, et qu’un programme ne sait pas juger. Tant qu’une réponse n’est pas lue, le message auquel elle répond peut ne pas avoir été reçu : les rappels et la radiation qui reposent sur lui attendent."
    >
      {boxRead || waiting.length + filed.length > 0 ? null : (
        <Section>
          <EmptyState title="La boîte des retours n’est pas reliée">
            Qui tient le serveur indique où arrivent les avis de non-remise (réglages MAIL_BOUNCE_ADDRESS et
            BOUNCE_IMAP_URL). D’ici là, un courriel qui revient n’est connu que de cette boîte.
          </EmptyState>
        </Section>
      )}
      {waiting.length > 0 ? (
        <Section title={plural(count, 'réponse à lire', 'réponses à lire')}>
          <p>
            « Non remis » note que notre message n’est pas arrivé : il est à renvoyer par la poste ou à une autre
            adresse. « Sans effet » range la réponse.
          </p>
          <ReturnedList label="Réponses à lire" messages={waiting} />
          <Pagination
            previous={null}
            next={nextKey ? `/courriels-revenus?apres=${nextKey}` : null}
            label="Pages des réponses"
          />
        </Section>
      ) : boxRead ? (
        <Section>
          <EmptyState title="Tout est lu">Les prochaines réponses apparaîtront ici.</EmptyState>
        </Section>
      ) : null}
      {boxRead ? <TrialSection trial={trial} /> : null}
      {filed.length > 0 ? (
        <Section title="Classées récemment">
          <ReturnedList label="Réponses classées" messages={filed} />
        </Section>
      ) : null}
    </Page>
  )
}
