import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { categoryChoices } from '~/members/register/category-choices.server'
import { citedRegisterSchema, registerSchema } from '~/members/identity/member.form'
import { registerMember } from '~/membership/admission/register-member.server'
import { entryOf, proposeOne } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { RegisterForm } from '~/members/register/ui/register-form'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Enregistrer un membre' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const body = new URL(request.url).searchParams.get('nature') === 'structure'
  const kind = body ? ('BODY' as const) : ('PERSON' as const)
  return { kind, categories: await categoryChoices(ctx), entry: await entryOf(ctx, 'member') }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const form = await request.formData()
  if ((await entryOf(ctx, 'member')).cited)
    return formAction(form, citedRegisterSchema, async ({ source, decidedOn, why, ...registration }) =>
      proposeOne(ctx, { kind: 'member', registration }, { source, decidedOn, why }),
    )
  return formAction(form, registerSchema, async (registration) => {
    const id = await registerMember(ctx, registration)
    return redirect(registration.kind === 'BODY' ? `/membres/${id}/representants` : `/membres/${id}`)
  })
}

export default function NewMember() {
  const { kind, categories, entry } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page
      title={kind === 'BODY' ? 'Enregistrer une structure' : 'Enregistrer une personne'}
      breadcrumb={[{ href: '/membres', label: 'Membres' }]}
      lead={
        kind === 'BODY'
          ? 'Une personne morale : centre de santé, établissement, association, société. Elle vote par son représentant.'
          : 'Une personne physique, qui vote elle-même ou donne pouvoir.'
      }
      actions={
        kind === 'BODY' ? (
          <TextLink to="/membres/nouveau">Enregistrer plutôt une personne</TextLink>
        ) : (
          <TextLink to="/membres/nouveau?nature=structure">Enregistrer plutôt une structure</TextLink>
        )
      }
    >
      <Section
        margin={
          <>
            <ArticleChip rule="6.2-a">Les membres actifs sont admis par décision unanime du Bureau</ArticleChip>
            <ArticleChip rule="6-b">Les membres sont établis dans le territoire des statuts</ArticleChip>
          </>
        }
      >
        {entry.cited ? (
          <p>
            Une personne admise par le Bureau entre au registre d’elle-même, dès le vote de sa{' '}
            <TextLink to="/candidatures">candidature</TextLink>. Cette page sert à qui a été admis hors du logiciel.
          </p>
        ) : null}
        <EntryGate entry={entry} path={kind === 'BODY' ? '/membres/nouveau?nature=structure' : '/membres/nouveau'}>
          <RegisterForm key={kind} kind={kind} reply={reply} categories={categories} cited={entry.cited} />
        </EntryGate>
      </Section>
    </Page>
  )
}
