import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addRepresentative } from '~/members/representatives/add-representative.server'
import { endRepresentative } from '~/members/representatives/end-representative.server'
import { endSchema, representativeSchema } from '~/members/representatives/representative.form'
import { sheetOr404 } from '~/members/register/sheet/sheet-page.server'
import { RepresentativeForm } from '~/members/representatives/ui/representative-form'
import { RepresentativeList } from '~/members/representatives/ui/representative-list'
import { poweredContext } from '~/offices/request.server'
import { formAction, type FormReply } from '~/platform/http/form-action.server'
import { Refusal } from '~/platform/refusal'
import type { Context } from '~/platform/context'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Représentants de ${data?.label ?? ''}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, kind, label, representatives, today } = await sheetOr404(
    await poweredContext(request, 'members.write'),
    params.id,
  )
  if (kind === 'PERSON') throw data(null, { status: 404 })
  return { id, label, representatives, today }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id } = await sheetOr404(ctx, params.id)
  const form = await request.formData()
  if (form.get('intent') === 'end') return end(ctx, id, form)
  return formAction(form, representativeSchema, async (person) => {
    await addRepresentative(ctx, { ...person, memberId: id })
    return redirect(`/membres/${id}/representants`)
  })
}

async function end(ctx: Context, memberId: string, form: FormData) {
  const representativeId = String(form.get('representativeId'))
  const fault = (message: string) => data({ ended: { representativeId, message } }, { status: 400 })
  const asked = endSchema.safeParse(Object.fromEntries(form))
  if (!asked.success) return fault(asked.error.issues[0]?.message ?? 'Indiquez une date.')
  try {
    await endRepresentative(ctx, { ...asked.data, memberId })
    return redirect(`/membres/${memberId}/representants`)
  } catch (error) {
    if (error instanceof Refusal && error.status === 400) return fault(error.message)
    throw error
  }
}

export default function Representatives() {
  const { id, label, representatives, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const added: FormReply | undefined = reply && 'lastResult' in reply ? reply : undefined
  const crumbs = [
    { href: '/membres', label: 'Membres' },
    { href: `/membres/${id}`, label },
  ]
  return (
    <Page title="Représentants" overline={label} breadcrumb={crumbs}>
      <Section
        margin={
          <ArticleChip rule="6.2-d">
            Le représentant légal vote ; en son absence, une personne munie d’un mandat décisionnel
          </ArticleChip>
        }
      >
        <RepresentativeList
          people={representatives}
          today={today}
          fault={reply && 'ended' in reply ? reply.ended : null}
        />
      </Section>
      <Section title="Nommer un représentant">
        <RepresentativeForm
          key={representatives.length}
          reply={added}
          today={today}
          hasLegal={representatives.some(({ kind, state }) => kind === 'LEGAL' && state !== 'ended')}
        />
      </Section>
    </Page>
  )
}
