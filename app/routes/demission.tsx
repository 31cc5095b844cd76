import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { resign } from '~/membership/leaving/resign.server'
import { resignationPage } from '~/membership/leaving/resignation-page.query.server'
import { resignationForm } from '~/membership/leaving/resignation.form'
import { ResignationForm } from '~/membership/leaving/ui/resignation-form'
import { WhatFollows } from '~/membership/leaving/ui/what-follows'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { renewalPath } from '~/platform/sign-in/fresh'
import { ArticleChip } from '~/ui/article-chip'
import { frenchDate } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Démissionner de l’association' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const page = await resignationPage(ctx, new URL(request.url).searchParams.get('pour'))
  if (!page) throw data(null, { status: 404 })
  return { ...page, renew: renewalPath(`/demission?pour=${page.memberId}`) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  return formAction(await request.formData(), resignationForm, async (input) => {
    await resign(ctx, input)
    return redirect('/demission/recue')
  })
}

export default function Resignation() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { label, body, others, leavesOn, fresh, renew, email } = page
  const who = body ? `Démission de ${label}` : 'Votre démission'
  return (
    <Page
      title={who}
      breadcrumb={[{ href: '/compte', label: 'Mon espace' }]}
      lead="On peut quitter l’association à tout moment, sans se justifier."
    >
      {others.length > 0 ? (
        <Section>
          <p>
            Vous pouvez aussi démissionner pour{' '}
            {others.map(({ id, label }, rank) => (
              <span key={id}>
                {rank > 0 ? ', ' : ''}
                <TextLink to={`/demission?pour=${id}`}>{label}</TextLink>
              </span>
            ))}
            .
          </p>
        </Section>
      ) : null}
      {leavesOn ? (
        <Section>
          <Notice title={`Le départ est déjà enregistré pour le ${frenchDate(leavesOn)}`}>
            <p>Jusque-là, rien ne change.</p>
          </Notice>
        </Section>
      ) : (
        <>
          <Section
            title="Ce qui se passe"
            margin={<ArticleChip rule="6.4-a">La démission met fin à la qualité de membre</ArticleChip>}
          >
            <WhatFollows page={page} />
          </Section>
          <Section title="Confirmer">
            {fresh ? (
              <ResignationForm page={page} reply={reply} />
            ) : (
              <>
                <p>
                  Avant une décision qui ne se reprend pas, nous vérifions que c’est bien vous, par un lien préparé pour{' '}
                  <strong className="break-all">{email}</strong>, qui vous ramène ici.
                </p>
                <div className="flex flex-wrap items-center gap-3">
                  <ButtonLink to={renew}>Confirmer mon identité</ButtonLink>
                  <TextLink to="/compte">Revenir sans démissionner</TextLink>
                </div>
              </>
            )}
          </Section>
        </>
      )}
    </Page>
  )
}
