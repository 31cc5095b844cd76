import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { registerPage } from '~/minutes/register-page.query.server'
import { verifyRegister } from '~/minutes/verify-register.server'
import { poweredContext, signedInContext } from '~/offices/request.server'
import { plainCount } from '~/statutes/french'
import { SubmitButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { DataTable } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Registre des délibérations' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const before = Number(new URL(request.url).searchParams.get('avant'))
  const page = await registerPage(ctx, Number.isInteger(before) && before > 0 ? before : null)
  if (!page) throw data(null, { status: 404 })
  return page
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'register.read')
  return verifyRegister(ctx.db)
}

export default function Register() {
  const { rows, total, next, mayVerify } = useLoaderData<typeof loader>()
  const checked = useActionData<typeof action>()
  return (
    <Page
      title="Registre des délibérations"
      lead="Chaque procès-verbal signé y entre à son rang, sans lacune, lié au précédent par son empreinte. Rien n’y est modifié : une rectification est une entrée nouvelle."
    >
      {checked?.ok === true ? (
        <Notice
          tone="success"
          live="status"
          title={`Registre vérifié : ${checked.entries} entrées recalculées, aucune altération`}
        />
      ) : null}
      {checked?.ok === false ? (
        <Notice tone="refusal" live="alert" title={`Altération constatée à l’entrée n° ${checked.seq}`}>
          <p>{checked.fault}.</p>
        </Notice>
      ) : null}
      <Section wide>
        {rows.length === 0 ? (
          <EmptyState title="Aucune délibération pour l’instant">
            Le premier procès-verbal signé ouvrira le registre.
          </EmptyState>
        ) : (
          <DataTable
            caption={`${plainCount(total, 'entrée')}, de la plus récente à la plus ancienne`}
            columns={[
              { key: 'number', header: 'N°', cell: (row) => `n° ${row.number}` },
              { key: 'title', header: 'Acte', cell: (row) => row.title },
              { key: 'meeting', header: 'Réunion', cell: (row) => row.meeting },
              { key: 'signedAt', header: 'Signé le', cell: (row) => row.signedAt },
            ]}
            rows={rows}
            rowKey={(row) => String(row.number)}
            rowHref={(row) => `/registre/${row.number}`}
          />
        )}
        {next ? <TextLink to={`/registre?avant=${next}`}>Entrées plus anciennes</TextLink> : null}
        {mayVerify ? (
          <Form method="post">
            <SubmitButton tone="secondary" pending="Vérification en cours">
              Vérifier tout le registre
            </SubmitButton>
          </Form>
        ) : null}
      </Section>
    </Page>
  )
}
