import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { internalRulesPage } from '~/membership/internal-rules/internal-rules-page.query.server'
import { internalRulesForm } from '~/membership/internal-rules/internal-rules.form'
import { recordInternalRules } from '~/membership/internal-rules/record-internal-rules.server'
import { InternalRulesForm, InternalRulesVersions } from '~/membership/internal-rules/ui/internal-rules-parts'
import { openContext, poweredContext } from '~/offices/request.server'
import { readUpload } from '~/platform/documents.server'
import { formAction } from '~/platform/http/form-action.server'
import { documentUpload } from '~/platform/http/upload-form'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { frenchDate } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Règlement intérieur · ${data?.name ?? ''}` }]

export const handle = { form: documentUpload }

export const loader = async ({ request }: LoaderFunctionArgs) => internalRulesPage(await openContext(request))

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'association.write')
  const form = await request.formData()
  const file = form.get('file')
  form.delete('file')
  return formAction(form, internalRulesForm, async (input) => {
    await recordInternalRules(ctx, { ...input, file: await readUpload(file) })
    return redirect('/statuts/reglement-interieur')
  })
}

export default function InternalRules() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const current = page.versions.find(({ version }) => version === page.current)
  return (
    <Page
      title="Règlement intérieur"
      overline={page.name}
      breadcrumb={[{ href: '/statuts', label: 'Statuts' }]}
      lead={
        current
          ? `Version ${current.version}, approuvée par le ${current.approvedBy} le ${frenchDate(current.approvedOn)}, en vigueur depuis le ${frenchDate(current.effectiveFrom)}.`
          : 'Il précise les statuts sans pouvoir y contrevenir.'
      }
      actions={
        current ? (
          <ButtonLink to="/statuts/reglement-interieur.pdf" reload>
            Lire le règlement (PDF)
          </ButtonLink>
        ) : null
      }
    >
      <Section
        title="Versions"
        wide
        margin={<ArticleChip rule="18-a">Écrit par le président, approuvé par le Bureau</ArticleChip>}
      >
        {page.versions.length > 0 ? (
          <InternalRulesVersions page={page} />
        ) : (
          <EmptyState title="Aucun règlement intérieur">
            {page.mayRecord
              ? 'Publiez ci-dessous le texte que le Bureau a approuvé.'
              : 'L’association n’en a pas publié. Les statuts suffisent.'}
          </EmptyState>
        )}
      </Section>
      {page.mayRecord ? (
        <Section title="Publier une nouvelle version">
          <InternalRulesForm key={page.versions.length} reply={reply} today={page.today} />
        </Section>
      ) : null}
    </Page>
  )
}
