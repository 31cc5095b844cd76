import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { entryOf, proposeOne } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { mandateChoices } from '~/offices/choices.query.server'
import { citedMandate, mandateForm } from '~/offices/delegation.form'
import { recordMandate } from '~/offices/record-mandate.server'
import { poweredContext } from '~/offices/request.server'
import { MandateForm } from '~/offices/ui/mandate-form'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Enregistrer un membre du Bureau' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'offices.manage', 'association.write')
  return { ...(await mandateChoices(ctx)), entry: await entryOf(ctx, 'mandate') }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'offices.manage', 'association.write')
  const form = await request.formData()
  if ((await entryOf(ctx, 'mandate')).cited)
    return formAction(form, citedMandate, async ({ source, decidedOn, why, ...mandate }) =>
      proposeOne(ctx, { kind: 'mandate', mandate }, { source, decidedOn, why }),
    )
  return formAction(form, mandateForm, async (input) => {
    await recordMandate(ctx, input)
    return redirect('/bureau')
  })
}

export default function RecordMandate() {
  const { offices, members, entry } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page
      title="Enregistrer un membre du Bureau"
      lead="Pour une personne que l’assemblée ordinaire a élue. La décision est citée et datée."
      breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]}
    >
      <Section margin={<ArticleChip rule="8.1-a">Composition, élection et durée des mandats</ArticleChip>}>
        <EntryGate entry={entry} path="/bureau/mandat">
          <MandateForm offices={offices} members={members} reply={reply} cited={entry.cited} />
        </EntryGate>
      </Section>
    </Page>
  )
}
