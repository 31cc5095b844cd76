import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { internalRulesPage, type InternalRulesPage } from '~/membership/internal-rules/internal-rules-page.query.server'
import {
  citedRulesForm,
  internalRulesForm,
  votedRulesForm,
  type InternalRulesInput,
} from '~/membership/internal-rules/internal-rules.form'
import { proposeInternalRules } from '~/membership/internal-rules/propose-internal-rules.server'
import { recordInternalRules } from '~/membership/internal-rules/record-internal-rules.server'
import { InternalRulesForm } from '~/membership/internal-rules/ui/internal-rules-form'
import { InternalRulesVersions } from '~/membership/internal-rules/ui/internal-rules-versions'
import { entryOf } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { openContext, poweredContext } from '~/offices/request.server'
import { readUpload } from '~/platform/documents.server'
import { formAction } from '~/platform/http/form-action.server'
import { documentUpload } from '~/platform/http/upload-form'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { frenchDate } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Règlement intérieur · ${data?.name ?? ''}` }]

export const handle = { form: documentUpload }

const PATH = '/statuts/reglement-interieur'

/** Whether the address asks for two signatures. */
const asksReprise = (request: Request) => new URL(request.url).searchParams.get('reprise') === 'oui'

export const loader = async ({ request }: LoaderFunctionArgs) =>
  internalRulesPage(await openContext(request), { asksReprise: asksReprise(request) })

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'association.write')
  const form = await request.formData()
  const file = form.get('file')
  form.delete('file')
  const published = async (input: InternalRulesInput) => {
    await recordInternalRules(ctx, { ...input, file: await readUpload(file) })
    return redirect(PATH)
  }
  if (!(await entryOf(ctx, 'internal-rules')).cited) return formAction(form, internalRulesForm, published)
  if (!asksReprise(request)) return formAction(form, votedRulesForm, published)
  return formAction(form, citedRulesForm, async (input) =>
    redirect(`/reprises/${await proposeInternalRules(ctx, { ...input, file: await readUpload(file) })}`),
  )
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
            {page.recording
              ? 'Publiez ci-dessous le texte que le Bureau a approuvé.'
              : 'L’association n’en a pas publié. Les statuts suffisent.'}
          </EmptyState>
        )}
      </Section>
      {page.recording ? (
        <Section title="Publier une nouvelle version">
          <Publishing recording={page.recording} versions={page.versions.length} reply={reply} today={page.today} />
        </Section>
      ) : null}
    </Page>
  )
}

type PublishingProps = ComponentProps<typeof InternalRulesForm> & {
  recording: NonNullable<InternalRulesPage['recording']>
  versions: number
}

/** The form of the day, or what comes before it: a vote of the Bureau, a fresh proof of identity. */
function Publishing({ recording, versions, ...form }: PublishingProps) {
  const { entry, votes, by } = recording
  const fields = <InternalRulesForm key={`${by}${versions}`} recording={recording} {...form} />
  if (by === 'reprise')
    return (
      <EntryGate entry={entry} path={`${PATH}?reprise=oui`}>
        {fields}
      </EntryGate>
    )
  if (by === 'word') return fields
  return (
    <>
      {votes.length > 0 ? (
        fields
      ) : (
        <p>
          Le Bureau l’approuve par un vote : inscrivez cette approbation à l’ordre du jour d’une de ses réunions. Une
          fois la résolution adoptée et la séance close, le texte se publie ici.
        </p>
      )}
      {entry.allowed ? (
        <p>
          <TextLink to="?reprise=oui">Le Bureau l’a approuvé hors du logiciel : proposer une reprise</TextLink>
        </p>
      ) : null}
    </>
  )
}
