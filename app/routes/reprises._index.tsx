import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { closeInstallation } from '~/membership/reprises/close-installation.server'
import { repriseList } from '~/membership/reprises/reprise-page.query.server'
import { InstallationSection, RepriseTable } from '~/membership/reprises/ui/reprise-lists'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { orStatus } from '~/platform/http/or-status.server'
import { boxIsSet, lastTrial } from '~/platform/mail/returned/box-trial.server'
import { readsReturns } from '~/platform/mail/returned/decide-returned.server'
import { TrialSection } from '~/platform/mail/returned/trial-section'
import { demandVerified } from '~/platform/http/verify.server'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { Page, Section } from '~/ui/page'
import { VerifyPage } from '~/ui/verify-act'

export const meta: MetaFunction = () => [{ title: 'Reprises' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const list = await orStatus(repriseList(ctx))
  return { ...list, trial: list.installing && readsReturns(ctx) && boxIsSet() ? await lastTrial(ctx) : null }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const form = await request.formData()
  return formAction(form, z.object({ intent: z.literal('close-installation') }), async () => {
    const { installing, mayClose } = await repriseList(ctx)
    if (installing && mayClose)
      demandVerified(form, {
        title: 'clore l’installation',
        facts: ['Membres, mandats et cotisations décidés auparavant doivent être enregistrés d’abord.'],
        act: 'Clore définitivement l’installation',
        pending: 'Clôture en cours',
        tone: 'danger',
        back: '/reprises',
        consequence: 'La clôture ne se reprend pas. Ensuite, une reprise demande un acte cité et deux signatures.',
      })
    await closeInstallation(ctx)
    return redirect('/reprises')
  })
}

export default function Reprises() {
  const { waiting, over, installing, mayClose, trial } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply?.verify) return <VerifyPage verify={reply.verify} breadcrumb={[{ href: '/reprises', label: 'Reprises' }]} />
  return (
    <Page
      title="Reprises"
      lead="Ce qui a été décidé avant ou hors du logiciel entre ici avec l’acte qui l’a décidé, sous la signature de deux membres du Bureau."
      breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]}
    >
      {installing ? <InstallationSection mayClose={mayClose} reply={reply} /> : null}
      {trial ? <TrialSection trial={trial} /> : null}
      <Section title="À signer" wide margin={<ArticleChip rule="8.1-a">Le Bureau est élu par l’assemblée</ArticleChip>}>
        {waiting.length > 0 ? (
          <RepriseTable caption="Reprises qui attendent une signature" rows={waiting} />
        ) : (
          <EmptyState title="Aucune reprise n’attend de signature">
            Une reprise se propose depuis la page du fait à enregistrer : un membre, un fichier de membres, un mandat,
            une fin de fonctions, un remplacement, la cotisation d’un exercice.
          </EmptyState>
        )}
      </Section>
      {over.length > 0 ? (
        <Section title="Closes" wide>
          <RepriseTable caption="Reprises signées, refusées ou retirées" rows={over} />
        </Section>
      ) : null}
    </Page>
  )
}
