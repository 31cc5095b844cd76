import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { refuseReprise, withdrawReprise } from '~/membership/reprises/close-reprise.server'
import { refusalForm } from '~/membership/reprises/facts'
import { reprisePage } from '~/membership/reprises/reprise-page.query.server'
import { signReprise } from '~/membership/reprises/sign-reprise.server'
import { RefuseForm, SignForm, WithdrawForm } from '~/membership/reprises/ui/reprise-acts'
import { RepriseFacts } from '~/membership/reprises/ui/reprise-facts'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { orStatus } from '~/platform/http/or-status.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ProveFirst } from '~/platform/sign-in/ui/prove-first'
import { frenchDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import { VerifyPage } from '~/ui/verify-act'

export const meta: MetaFunction = () => [{ title: 'Reprise' }]

async function repriseOf(request: Request, asked: string | undefined) {
  const ctx = await signedInContext(request)
  const id = z.uuid().safeParse(asked)
  if (!id.success) throw data(null, { status: 404 })
  return { ctx, page: await orStatus(reprisePage(ctx, id.data)) }
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => (await repriseOf(request, params.id)).page

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, page } = await repriseOf(request, params.id)
  const { id } = page
  const form = await request.formData()
  const back = () => redirect(`/reprises/${id}`)
  switch (form.get('intent')) {
    case 'sign':
      return formAction(form, z.object({}), async () => {
        if (page.may.sign && page.fresh)
          demandVerified(form, {
            title: 'votre signature',
            facts: [
              ...page.facts.map(({ sentence }) => sentence),
              `Acte cité\u00a0: ${page.source}, du ${frenchDate(page.decidedOn)}.`,
            ],
            act: 'Signer et enregistrer',
            pending: 'Signature en cours',
            tone: 'primary',
            back: `/reprises/${id}`,
            consequence:
              'Vous attestez avoir lu l’acte cité. Le fait est enregistré aussitôt, marqué comme une reprise, avec vos deux noms. Cela ne s’efface pas.',
          })
        await signReprise(ctx, { id })
        return back()
      })
    case 'refuse':
      return formAction(form, refusalForm, async ({ refusal }) => {
        await refuseReprise(ctx, { id, refusal })
        return back()
      })
    case 'withdraw':
      return formAction(form, z.object({}), async () => {
        await withdrawReprise(ctx, { id })
        return back()
      })
    default:
      throw data(null, { status: 400 })
  }
}

export default function Reprise() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply?.verify) return <VerifyPage verify={reply.verify} breadcrumb={[{ href: '/reprises', label: 'Reprises' }]} />
  return (
    <Page
      title="Reprise"
      overline={<StatusBadge>{page.stateWords}</StatusBadge>}
      breadcrumb={[
        { href: '/bureau', label: 'Le Bureau' },
        { href: '/reprises', label: 'Reprises' },
      ]}
    >
      <RepriseFacts page={page} />
      {page.may.sign ? (
        <Section title="Signer">
          {page.fresh ? (
            <SignForm reply={reply} />
          ) : (
            <ProveFirst path={`/reprises/${page.id}`} before="Avant de signer" />
          )}
        </Section>
      ) : null}
      {page.may.sign ? (
        <Section title="Ou ne pas signer">
          <RefuseForm reply={reply} />
        </Section>
      ) : null}
      {page.may.withdraw ? (
        <Section title="La retirer">
          <WithdrawForm reply={reply} />
        </Section>
      ) : null}
    </Page>
  )
}
