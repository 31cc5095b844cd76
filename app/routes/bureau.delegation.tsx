import { capital } from '~/statutes/french'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { delegateChoices } from '~/offices/choices.query.server'
import { delegationForm } from '~/offices/delegation.form'
import { giveDelegation } from '~/offices/give-delegation.server'
import { DELEGABLE, POWERS } from '~/platform/permissions'
import { poweredContext } from '~/offices/request.server'
import { DelegationForm } from '~/offices/ui/delegation-form'
import { parisDate } from '~/platform/clock.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Donner une délégation' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'offices.manage')
  const powers = DELEGABLE.map((power) => ({ value: power, label: capital(POWERS[power].label) }))
  return { people: await delegateChoices(ctx), powers, today: parisDate(ctx.now) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'offices.manage')
  return formAction(await request.formData(), delegationForm, async (input) => {
    await giveDelegation(ctx, input)
    return redirect('/bureau')
  })
}

export default function GiveDelegation() {
  const choices = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page title="Donner une délégation" breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]}>
      <Section margin={<ArticleChip rule="9.1-d">Le Président délègue par un écrit daté et révocable</ArticleChip>}>
        <DelegationForm {...choices} reply={reply} />
      </Section>
    </Page>
  )
}
