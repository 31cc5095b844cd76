import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { identitySchema } from '~/members/identity/member.form'
import { sheetOr404 } from '~/members/register/sheet/sheet-page.server'
import { UpdateForm } from '~/members/identity/ui/update-form'
import { updateMember } from '~/members/identity/update-member.server'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Modifier ${data?.label ?? ''}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, kind, label, identity } = await sheetOr404(await poweredContext(request, 'members.write'), params.id)
  return { id, kind, label, identity }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id } = await sheetOr404(ctx, params.id)
  return formAction(await request.formData(), identitySchema, async (identity) => {
    await updateMember(ctx, { memberId: id, identity })
    return redirect(`/membres/${id}`)
  })
}

export default function EditMember() {
  const member = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const crumbs = [
    { href: '/membres', label: 'Membres' },
    { href: `/membres/${member.id}`, label: member.label },
  ]
  return (
    <Page title="Modifier la fiche" overline={member.label} breadcrumb={crumbs}>
      <Section margin={<ArticleChip rule="6-b">Les membres sont établis dans le territoire des statuts</ArticleChip>}>
        <UpdateForm member={member} reply={reply} />
      </Section>
    </Page>
  )
}
