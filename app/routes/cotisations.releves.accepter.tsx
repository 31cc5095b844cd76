import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptLines } from '~/dues/matching/accept-line.server'
import { openLines, type ShownLine } from '~/dues/matching/bank-page.query.server'
import { readMatchFilters } from '~/dues/matching/filters'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { poweredContext } from '~/offices/request.server'
import { tableUpload } from '~/platform/http/upload-form'
import { SubmitButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { FormActions } from '~/ui/form'
import { euros, plural, shortDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Money } from '~/ui/money'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { DataTable, type Column } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Accepter les rapprochements sûrs' }]

export const handle = { form: tableUpload }

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const { lines } = await openLines(ctx.db, readMatchFilters(request))
  return { lines: lines.filter(({ proposal }) => proposal?.grade === 'sure') }
}

/** « line id=proposal », as shown. */
const shown = z.array(z.string().regex(/^[0-9a-f-]{36}=.{1,20000}$/)).max(100)

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const asked = shown.safeParse((await request.formData()).getAll('line'))
  if (!asked.success) throw data(null, { status: 400 })
  const done = await acceptLines(
    ctx,
    asked.data.map((text) => ({ lineId: text.slice(0, 36), expected: text.slice(37) })),
  )
  if (done.refused.length === 0) return redirect('/cotisations/releves')
  return data(done, { status: 409 })
}

const columns: Column<ShownLine>[] = [
  { key: 'label', header: 'Libellé', cell: ({ label }) => label },
  { key: 'on', header: 'Date', cell: ({ on }) => shortDate(on) },
  {
    key: 'dues',
    header: 'Règle',
    cell: ({ proposal }) => (
      <ul>
        {proposal?.parts.map(({ duesId, label, reference }) => (
          <li key={duesId}>
            {label} ({reference})
          </li>
        ))}
      </ul>
    ),
  },
  {
    key: 'amount',
    header: 'Somme',
    cell: ({ amountCents }) => <Money cents={amountCents} />,
    numeric: true,
  },
]

export default function AcceptSure() {
  const { lines } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const total = lines.reduce((sum, { amountCents }) => sum + amountCents, 0)
  const receipts = lines.reduce((sum, { proposal }) => sum + (proposal?.parts.length ?? 0), 0)
  return (
    <Page
      title="Accepter les rapprochements sûrs"
      breadcrumb={[DUES_CRUMB, { href: '/cotisations/releves', label: 'Relevés bancaires' }]}
      lead="La référence écrite par le payeur et la somme exacte concordent. Relisez avant d’accepter."
    >
      {done ? (
        <Section>
          <Notice
            tone="warning"
            live="alert"
            title={`${plural(done.accepted, 'enregistré', 'enregistrés')}, ${plural(done.refused.length, 'refusé', 'refusés')}`}
          >
            <ul>
              {done.refused.map(({ lineId, message }) => (
                <li key={lineId}>{message}</li>
              ))}
            </ul>
          </Notice>
        </Section>
      ) : null}
      <Section wide>
        {lines.length === 0 ? (
          <EmptyState
            title="Aucun rapprochement sûr"
            action={<TextLink to="/cotisations/releves">Revenir aux relevés</TextLink>}
          />
        ) : (
          <Form method="post" className="space-y-6">
            {lines.map(({ id, proposal }) => (
              <input key={id} type="hidden" name="line" value={`${id}=${proposal?.expected ?? ''}`} />
            ))}
            <DataTable
              caption="Rapprochements sûrs"
              captionHidden
              columns={columns}
              rows={lines}
              rowKey={({ id }) => id}
            />
            <FormActions
              consequence={`${plural(lines.length, 'paiement', 'paiements')} pour ${euros(total)}, ${plural(receipts, 'reçu', 'reçus')} à préparer par courriel pour les membres.`}
            >
              <SubmitButton pending="Enregistrement en cours">
                {lines.length === 1 ? 'Accepter ce rapprochement' : `Accepter ces ${lines.length} rapprochements`}
              </SubmitButton>
              <TextLink to="/cotisations/releves">Annuler</TextLink>
            </FormActions>
          </Form>
        )}
      </Section>
    </Page>
  )
}
