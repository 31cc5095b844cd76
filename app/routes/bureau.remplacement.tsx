import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { entryOf, proposeOne } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { replacementChoices } from '~/offices/choices.query.server'
import { citedReplacement, replacementForm } from '~/offices/delegation.form'
import { mayRecordReplacement, presides, recordReplacement } from '~/offices/record-replacement.server'
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
  // the President alone records his own absence or resignation; anybody else, with another
  const entry = presides(ctx.actor) ? { cited: false, allowed: true, fresh: true } : await entryOf(ctx, 'replacement')
  return { ctx, entry }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, entry } = await allowed(request)
  return { people: await replacementChoices(ctx), today: parisDate(ctx.now), entry }
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, entry } = await allowed(request)
  const form = await request.formData()
  if (entry.cited)
    return formAction(form, citedReplacement, async ({ source, decidedOn, why, ...replacement }) =>
      proposeOne(ctx, { kind: 'replacement', replacement }, { source, decidedOn, why }),
    )
  return formAction(form, replacementForm, async (input) => {
    await recordReplacement(ctx, input)
    return redirect('/bureau')
  })
}

export default function Replacement() {
  const { people, today, entry } = useLoaderData<typeof loader>()
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
          <EntryGate entry={entry} path="/bureau/remplacement">
            <ReplacementForm people={people} today={today} reply={reply} cited={entry.cited} />
          </EntryGate>
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
