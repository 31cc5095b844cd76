import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { entryOf, proposeOne } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { mandateToEnd } from '~/offices/choices.query.server'
import { citedEnd, endMandateForm } from '~/offices/delegation.form'
import { endMandate, holdsSeat, mayRecordEnd } from '~/offices/end-mandate.server'
import { signedInContext } from '~/offices/request.server'
import { EndMandateForm } from '~/offices/ui/end-mandate-form'
import { parisDate } from '~/platform/clock.server'
import { formAction } from '~/platform/http/form-action.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ArticleChip } from '~/ui/article-chip'
import { frenchDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { VerifyPage } from '~/ui/verify-act'

export const meta: MetaFunction = () => [{ title: 'Fin des fonctions' }]

/** Open to the holder, and to whoever keeps the offices; 404 for the others. Each resigns alone; another’s end takes two. */
async function ending(request: Request, asked: string | undefined) {
  const ctx = await signedInContext(request)
  const id = z.uuid().safeParse(asked)
  const mandate = id.success ? await mandateToEnd(ctx, id.data) : null
  const own = mandate !== null && holdsSeat(ctx.actor, mandate.memberId)
  if (!mandate || !(own || mayRecordEnd(ctx.actor))) throw data(null, { status: 404 })
  const entry = await entryOf(ctx, 'mandate-end')
  const past = new URL(request.url).searchParams.has('avant')
  const alone = own && !past
  return { ctx, mandate, own, alone, entry: alone ? { cited: false, allowed: true, fresh: true } : entry }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, mandate, alone, entry } = await ending(request, params.id)
  return { mandate, alone, entry, today: parisDate(ctx.now) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, entry, mandate } = await ending(request, params.id)
  const form = await request.formData()
  if (entry.cited)
    return formAction(form, citedEnd, async ({ source, decidedOn, why, ...end }) =>
      proposeOne(ctx, { kind: 'mandate-end', ...end }, { source, decidedOn, why }),
    )
  return formAction(form, endMandateForm, async (input) => {
    demandVerified(form, {
      title: `fin des fonctions de ${mandate.holder}`,
      facts: [
        `${mandate.holder}, ${mandate.office.toLowerCase()}\u00a0: dernier jour le ${frenchDate(input.endedOn)}.`,
      ],
      act: 'Mettre fin à ces fonctions',
      pending: 'Enregistrement en cours',
      tone: 'danger',
      back: `/bureau/mandats/${mandate.id}/fin`,
      consequence:
        'Les délégations que cette personne avait données prennent fin aussi. Cet enregistrement ne s’efface pas.',
    })
    await endMandate(ctx, input)
    return redirect('/bureau')
  })
}

export default function EndMandate() {
  const { mandate, today, entry } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply?.verify) return <VerifyPage verify={reply.verify} breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]} />
  return (
    <Page
      title={`Fin des fonctions de ${mandate.holder}`}
      overline={mandate.office}
      breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]}
    >
      <Section
        margin={
          <ArticleChip rule="8.1-b">Démission, perte de la qualité de membre, révocation, fin de mandat</ArticleChip>
        }
      >
        <EntryGate entry={entry} path={`/bureau/mandats/${mandate.id}/fin`}>
          <EndMandateForm mandateId={mandate.id} today={today} reply={reply} cited={entry.cited} />
        </EntryGate>
      </Section>
    </Page>
  )
}
