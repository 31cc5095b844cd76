import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { applyImport } from '~/members/import/apply-import.server'
import { confirmationForm, confirmed } from '~/members/import/confirmation.form'
import { importPage } from '~/members/import/import-page.query.server'
import { DirectConfirmation } from '~/members/import/ui/import-confirmation'
import { countsSentence, duesSentence } from '~/members/import/ui/import-lines'
import { ImportTrial, NotTaken } from '~/members/import/ui/import-trial'
import { openDuesOfNewcomers } from '~/membership/admission/open-dues.server'
import { duesSideFor } from '~/membership/import/dues-side.server'
import { enteringOf } from '~/membership/import/entering.server'
import { proposalForm } from '~/membership/import/proposal.form'
import { proposeImport } from '~/membership/import/propose-import.server'
import { ImportEntering } from '~/membership/import/ui/import-entering'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Essai d’import' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const page = await importPage(ctx, params.id, new URL(request.url).searchParams, duesSideFor(ctx))
  return { page, entering: page.state === 'tried' ? await enteringOf(ctx, page) : null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const form = await request.formData()
  const id = z.uuid().safeParse(params.id)
  if (!id.success) throw data(null, { status: 404 })
  if (form.get('intent') === 'propose')
    return formAction(form, proposalForm, async ({ source, decidedOn, why, ...announced }) => {
      const reprise = await proposeImport(ctx, confirmed(id.data, announced), { source, decidedOn, why })
      return redirect(`/reprises/${reprise}`)
    })
  return formAction(form, confirmationForm, async (announced) => {
    await applyImport(ctx, confirmed(id.data, announced), duesSideFor(ctx))
    await openDuesOfNewcomers(ctx)
    return redirect(`/membres/import/${id.data}`)
  })
}

export default function ImportDryRun() {
  const { page, entering } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const crumbs = [
    { href: '/membres', label: 'Membres' },
    { href: '/membres/import', label: 'Importer' },
  ]
  if (page.state === 'gone')
    return (
      <Page
        title="Ce fichier n’est plus gardé"
        breadcrumb={crumbs}
        lead="Un fichier déposé est effacé après un jour."
        actions={<ButtonLink to="/membres/import">Déposer un fichier</ButtonLink>}
      />
    )
  if (page.state === 'done')
    return (
      <Page
        title={page.undone ? 'Import annulé' : 'Import terminé'}
        overline={page.fileName}
        breadcrumb={crumbs}
        actions={<ButtonLink to="/membres">Voir les membres</ButtonLink>}
      >
        <Section>
          <Notice tone="success" title={countsSentence(page.counts, true)}>
            {page.dues ? <p>{duesSentence(page.dues, true)}</p> : null}
            <p>Le fichier déposé est effacé. Les lignes refusées, s’il y en a, n’ont rien changé.</p>
          </Notice>
          {page.notTaken ? <NotTaken id={page.id} count={page.counts.refused + page.counts.asked} /> : null}
          {page.undoable ? (
            <p>
              <TextLink to={`/membres/import/${page.id}/annulation`}>Annuler cet import</TextLink>, tant que rien ne
              s’appuie sur lui.
            </p>
          ) : null}
        </Section>
      </Page>
    )
  return (
    <Page
      title="Essai d’import"
      overline={page.fileName}
      breadcrumb={crumbs}
      lead={`${countsSentence(page.counts, false)}. ${page.dues ? `${duesSentence(page.dues, false)} ` : ''}Rien n’est encore écrit.`}
    >
      <ImportTrial
        trial={page}
        fault={reply?.lastResult.error?.['']?.[0] ?? null}
        confirmation={
          entering ? (
            <ImportEntering trial={page} entering={entering} reply={reply} />
          ) : (
            <DirectConfirmation counts={page.counts} dues={page.dues} />
          )
        }
      />
    </Page>
  )
}
