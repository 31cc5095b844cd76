import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { categoryChoices } from '~/members/category-choices.server'
import { departureSchema, readmissionSchema } from '~/members/departure.form'
import { readmitMember } from '~/members/readmit-member.server'
import { recordDeparture } from '~/members/record-departure.server'
import { sheetOr404 } from '~/members/sheet/sheet-page.server'
import { DepartureForm, ReadmissionForm } from '~/members/ui/departure-form'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.left ? 'Retour' : 'Départ'} de ${data?.label ?? ''}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id, label, kind, membership, today } = await sheetOr404(ctx, params.id)
  return {
    id,
    label,
    body: kind === 'BODY',
    left: membership.leftOn !== null,
    today,
    categories: await categoryChoices(ctx),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id, membership } = await sheetOr404(ctx, params.id)
  const form = await request.formData()
  if (membership.leftOn === null)
    return formAction(form, departureSchema, async (departure) => {
      await recordDeparture(ctx, { ...departure, memberId: id })
      return redirect(`/membres/${id}`)
    })
  return formAction(form, readmissionSchema, async (readmission) => {
    await readmitMember(ctx, { ...readmission, memberId: id })
    return redirect(`/membres/${id}`)
  })
}

export default function Departure() {
  const { id, label, body, left, today, categories } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/membres/${id}`
  const crumbs = [
    { href: '/membres', label: 'Membres' },
    { href: back, label },
  ]
  if (left)
    return (
      <Page title="Enregistrer un retour" overline={label} breadcrumb={crumbs}>
        <Section
          margin={<ArticleChip rule="6.2-a">Les membres actifs sont admis par décision unanime du Bureau</ArticleChip>}
        >
          <ReadmissionForm reply={reply} today={today} back={back} categories={categories} />
        </Section>
      </Page>
    )
  return (
    <Page
      title="Enregistrer un départ"
      overline={label}
      breadcrumb={crumbs}
      lead="L’exclusion et la radiation suivent chacune leur procédure : elles ne s’enregistrent pas ici."
    >
      <Section margin={<ArticleChip rule="6.4-a">Démission, dissolution, exclusion ou radiation</ArticleChip>}>
        <DepartureForm reply={reply} today={today} back={back} body={body} />
      </Section>
    </Page>
  )
}
