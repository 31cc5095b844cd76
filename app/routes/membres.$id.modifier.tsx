import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { citedIdentity, identitySchema } from '~/members/identity/member.form'
import { sheetOr404 } from '~/members/register/sheet/sheet-page.server'
import { UpdateForm } from '~/members/identity/ui/update-form'
import { updateMember } from '~/members/identity/update-member.server'
import { holdsOffice } from '~/membership/holds-office.server'
import { entryOf, proposeOne } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Modifier ${data?.label ?? ''}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id, kind, label, identity } = await sheetOr404(ctx, params.id)
  const entry = await entryOf(ctx, 'identity')
  const offered = kind === 'PERSON' && entry.cited && entry.allowed && (await holdsOffice(ctx, id))
  return { id, kind, label, identity, entry, offered, cited: entry.cited && asksReprise(request) }
}

/** Whether the address asks for two signatures. */
const asksReprise = (request: Request) => new URL(request.url).searchParams.get('reprise') === 'oui'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id } = await sheetOr404(ctx, params.id)
  const form = await request.formData()
  if (asksReprise(request) && (await entryOf(ctx, 'identity')).cited)
    return formAction(form, citedIdentity, async ({ source, decidedOn, why, ...identity }) =>
      proposeOne(ctx, { kind: 'identity', memberId: id, identity }, { source, decidedOn, why }),
    )
  return formAction(form, identitySchema, async (identity) => {
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
        {member.cited ? (
          <EntryGate entry={member.entry} path={`/membres/${member.id}/modifier?reprise=oui`}>
            <UpdateForm key="cited" member={member} reply={reply} cited />
          </EntryGate>
        ) : (
          <UpdateForm key="alone" member={member} reply={reply} cited={false} />
        )}
        {member.offered && !member.cited ? (
          <p>
            <TextLink to="?reprise=oui">
              L’adresse d’un membre du Bureau lui ouvre sa fonction : la changer par une reprise
            </TextLink>
          </p>
        ) : null}
      </Section>
    </Page>
  )
}
