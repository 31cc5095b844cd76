import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hearingForm, noticeForm } from '~/discipline/cases/case.form'
import { conductedCase } from '~/discipline/cases/case-route.server'
import { recordHearing } from '~/discipline/cases/record-hearing.server'
import { setHearing } from '~/discipline/cases/set-hearing.server'
import { HearingForm, NoticeForm } from '~/discipline/cases/ui/hearing-forms'
import { formAction } from '~/platform/http/form-action.server'
import { addDays } from '~/statutes/civil-date'
import { ArticleChip } from '~/ui/article-chip'
import { frenchDateTime } from '~/ui/format'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Audition' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await conductedCase(request, params.id)
  if (page.state === 'DRAFT' || page.decision || page.hearing?.notes != null) throw data(null, { status: 404 })
  return {
    ...page,
    held: page.hearing !== null && page.hearing.at.slice(0, 10) <= page.today,
    first: page.earliest ?? addDays(page.today, page.defenceDays + 1),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, page } = await conductedCase(request, params.id)
  const form = await request.formData()
  const back = () => redirect(`/exclusions/${page.id}`)
  if (form.get('intent') === 'record')
    return formAction(form, hearingForm, async (input) => {
      await recordHearing(ctx, { ...input, caseId: page.id })
      return back()
    })
  return formAction(form, noticeForm, async (input) => {
    await setHearing(ctx, { ...input, caseId: page.id })
    return back()
  })
}

export default function Hearing() {
  const { id, label, hearing, held, first } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/exclusions/${id}`
  return (
    <Page
      title={held ? 'Audition du membre' : 'Fixer l’audition'}
      overline={label}
      breadcrumb={[
        { href: '/exclusions', label: 'Procédures disciplinaires' },
        { href: back, label },
      ]}
      lead={hearing ? `Fixée au ${frenchDateTime(hearing.at, { weekday: true })}, ${hearing.place}.` : undefined}
    >
      {held ? (
        <Section
          title="Compte rendu"
          margin={<ArticleChip rule="6.4-a">Le membre est entendu avant la décision</ArticleChip>}
        >
          <HearingForm reply={reply} back={back} />
        </Section>
      ) : null}
      <Section
        title={held ? 'Ou fixer une autre audition' : 'Jour, heure et lieu'}
        margin={<ArticleChip rule="6.4-a">Une fois le délai de défense écoulé</ArticleChip>}
      >
        <NoticeForm reply={reply} back={back} earliest={first} place={hearing?.place ?? ''} reset />
      </Section>
    </Page>
  )
}
