import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { replacementChoices } from '~/offices/choices.query.server'
import { replacementForm } from '~/offices/delegation.form'
import { mayRecordReplacement, recordReplacement } from '~/offices/record-replacement.server'
import { signedInContext } from '~/offices/request.server'
import { ReplacementForm } from '~/offices/ui/replacement-form'
import { parisDate } from '~/platform/clock.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Remplacement du Président' }]

async function allowed(request: Request) {
  const ctx = await signedInContext(request)
  if (!mayRecordReplacement(ctx.actor)) throw data(null, { status: 404 })
  return ctx
}

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await allowed(request)
  return { people: await replacementChoices(ctx), today: parisDate(ctx.now) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await allowed(request)
  return formAction(await request.formData(), replacementForm, async (input) => {
    await recordReplacement(ctx, input)
    return redirect('/bureau')
  })
}

export default function Replacement() {
  const { people, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page title="Remplacement du Président" breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]}>
      <Section
        margin={
          <ArticleChip rule="10-a">
            Empêché, démissionnaire ou décédé, il est remplacé par un vice-président
          </ArticleChip>
        }
      >
        {people.length ? (
          <ReplacementForm people={people} today={today} reply={reply} />
        ) : (
          <EmptyState
            title="Aucun vice-président n’est en fonction"
            action={<ButtonLink to="/bureau">Revenir au Bureau</ButtonLink>}
          >
            Les statuts confient le remplacement du Président à un vice-président, et à lui seul.
          </EmptyState>
        )}
      </Section>
    </Page>
  )
}
