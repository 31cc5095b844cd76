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
import { ProveFirst } from '~/platform/sign-in/ui/prove-first'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'

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
