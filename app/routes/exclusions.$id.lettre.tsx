import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { association } from '~/association/in-force.server'
import { noticeForm } from '~/discipline/cases/case.form'
import { conductedCase } from '~/discipline/cases/case-route.server'
import { sendNotice } from '~/discipline/cases/send-notice.server'
import { NoticeForm } from '~/discipline/cases/ui/hearing-forms'
import { formAction } from '~/platform/http/form-action.server'
import { addDays } from '~/statutes/civil-date'
import { ArticleChip } from '~/ui/article-chip'
import { frenchDate, plural } from '~/ui/format'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Écrire la lettre recommandée' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, page } = await conductedCase(request, params.id)
  const { seatStreet, postcode, town } = await association(ctx.db)
  return { ...page, place: `${seatStreet}, ${postcode} ${town}`, earliest: addDays(page.today, page.defenceDays + 1) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, page } = await conductedCase(request, params.id)
  return formAction(await request.formData(), noticeForm, async (input) => {
    const { letterId } = await sendNotice(ctx, { ...input, caseId: page.id })
    return redirect(`/courriers/${letterId}`)
  })
}

export default function Notice() {
  const { id, label, place, earliest, defenceDays } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/exclusions/${id}`
  return (
    <Page
      title="Écrire la lettre recommandée"
      overline={label}
      breadcrumb={[
        { href: '/exclusions', label: 'Procédures disciplinaires' },
        { href: back, label },
      ]}
      lead={`Le membre a ${plural(defenceDays, 'jour')} pleins pour se défendre, comptés de la première présentation de la lettre. Prévoyez le temps de la poste : l’audition ne peut avoir lieu avant le ${frenchDate(earliest)}.`}
    >
      <Section margin={<ArticleChip rule="6.4-a">Faits, sanction envisagée, délai, assistance</ArticleChip>}>
        <NoticeForm reply={reply} back={back} earliest={earliest} place={place} reset={false} />
      </Section>
    </Page>
  )
}
