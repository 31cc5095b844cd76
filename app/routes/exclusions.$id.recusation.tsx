import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recusalForm } from '~/discipline/cases/case.form'
import { conductedCase } from '~/discipline/cases/case-route.server'
import { recordRecusal } from '~/discipline/cases/record-recusal.server'
import { RecusalForm } from '~/discipline/cases/ui/decision-form'
import { formAction } from '~/platform/http/form-action.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'
import { VerifyPage } from '~/ui/verify-act'

export const meta: MetaFunction = () => [{ title: 'Récuser quelqu’un' }]

export const loader = async ({ request, params }: LoaderFunctionArgs) => (await conductedCase(request, params.id)).page

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, page } = await conductedCase(request, params.id)
  const form = await request.formData()
  return formAction(form, recusalForm, async (input) => {
    const person = page.people.find(({ value }) => value === input.memberId)
    if (person)
      demandVerified(form, {
        title: `récuser ${person.label}`,
        facts: [`${person.label} ne décide pas dans ce dossier, et ne le voit plus.`],
        act: 'Récuser cette personne',
        pending: 'Enregistrement en cours',
        tone: 'danger',
        back: `/exclusions/${page.id}/recusation`,
        consequence: 'Une récusation ne se retire pas.',
      })
    const { keeps } = await recordRecusal(ctx, { ...input, caseId: page.id })
    return redirect(keeps ? `/exclusions/${page.id}` : '/exclusions')
  })
}

export default function Recusal() {
  const { id, label, people } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/exclusions/${id}`
  if (reply?.verify) return <VerifyPage verify={reply.verify} overline={label} />
  return (
    <Page
      title="Récuser quelqu’un"
      overline={label}
      breadcrumb={[
        { href: '/exclusions', label: 'Procédures disciplinaires' },
        { href: back, label },
      ]}
      lead="Qui s’est plaint, est visé, est proche de l’intéressé ou s’est déjà prononcé ne décide pas, et ne voit plus le dossier : un autre membre du Bureau le tient à sa place. Si vous vous récusez, cette page sera la dernière que vous en verrez."
    >
      <Section margin={<ArticleChip rule="6.4-a">Une décision impartiale</ArticleChip>}>
        <RecusalForm reply={reply} back={back} people={people} />
      </Section>
    </Page>
  )
}
