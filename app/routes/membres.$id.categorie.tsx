import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { categoryChoices } from '~/members/register/category-choices.server'
import { sheetOr404 } from '~/members/register/sheet/sheet-page.server'
import { categoryForm, citedCategory } from '~/membership/admission/category.form'
import { changeCategory } from '~/membership/admission/change-category.server'
import { CategoryForm } from '~/membership/admission/ui/category-form'
import { entryOf, proposeOne } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Catégorie de ${data?.label ?? ''}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id, label, state, membership, categoryLabel } = await sheetOr404(ctx, params.id)
  if (state === 'left') throw data(null, { status: 404 })
  const categories = await categoryChoices(ctx)
  return {
    id,
    label,
    categoryLabel,
    categories: categories.filter(({ value }) => value !== membership.category),
    entry: await entryOf(ctx, 'category'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id } = await sheetOr404(ctx, params.id)
  const form = await request.formData()
  if ((await entryOf(ctx, 'category')).cited)
    return formAction(form, citedCategory, async ({ category, on, ...citation }) =>
      proposeOne(ctx, { kind: 'category', memberId: id, category, on }, citation),
    )
  return formAction(form, categoryForm, async (change) => {
    await changeCategory(ctx, { ...change, memberId: id })
    return redirect(`/membres/${id}`)
  })
}

export default function CategoryPage() {
  const { id, label, categoryLabel, categories, entry } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/membres/${id}`
  return (
    <Page
      title="Changement de catégorie décidé ailleurs"
      overline={`${label}, ${categoryLabel}`}
      breadcrumb={[
        { href: '/membres', label: 'Membres' },
        { href: back, label },
      ]}
      lead="Un titre que l’assemblée vote ici change la catégorie de lui-même. Cette page est pour une décision prise hors du logiciel."
    >
      <Section
        margin={
          <>
            <ArticleChip rule="6.1-c">Un membre actif devient fondateur par l’assemblée</ArticleChip>
            <ArticleChip rule="6.3-a">L’assemblée décerne le titre de membre d’honneur</ArticleChip>
          </>
        }
      >
        <EntryGate entry={entry} path={`${back}/categorie`}>
          <CategoryForm reply={reply} back={back} cited={entry.cited} categories={categories} />
        </EntryGate>
      </Section>
    </Page>
  )
}
