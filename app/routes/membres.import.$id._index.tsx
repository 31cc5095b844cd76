import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { applyImport } from '~/members/import/apply-import.server'
import { importPage } from '~/members/import/import-page.query.server'
import { countsSentence, duesSentence } from '~/members/ui/import-lines'
import { ImportTrial, NotTaken } from '~/members/ui/import-trial'
import { openDuesOfNewcomers } from '~/membership/admission/open-dues.server'
import { duesSideFor } from '~/membership/import/dues-side.server'
import { poweredContext } from '~/offices/request.server'
import { Refusal } from '~/platform/refusal'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Essai d’import' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  return importPage(ctx, params.id, new URL(request.url).searchParams, duesSideFor(ctx))
}

const confirmation = z.object({
  create: z.coerce.number().int(),
  change: z.coerce.number().int(),
  paid: z.coerce.number().int().default(0),
  paidCents: z.coerce.number().int().default(0),
  onlyGood: z.literal('on').optional(),
  receipts: z.literal('on').optional(),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const asked = confirmation.safeParse(Object.fromEntries(await request.formData()))
  const id = z.uuid().safeParse(params.id)
  if (!asked.success || !id.success) throw data(null, { status: 400 })
  const { onlyGood, receipts, ...expected } = asked.data
  const confirmed = { importId: id.data, onlyGood: onlyGood === 'on', receipts: receipts === 'on', expected }
  try {
    await applyImport(ctx, confirmed, duesSideFor(ctx))
    await openDuesOfNewcomers(ctx)
    return redirect(`/membres/import/${id.data}`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 404) throw data(null, { status: 404 })
    return data({ message: error.message }, { status: error.status })
  }
}

export default function ImportDryRun() {
  const page = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
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
      <ImportTrial trial={page} fault={fault?.message ?? null} />
    </Page>
  )
}
