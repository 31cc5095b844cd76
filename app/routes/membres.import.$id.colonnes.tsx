import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answersSchema } from '~/members/import/answers'
import { columnsPage } from '~/members/import/columns-page.query.server'
import { setAnswers } from '~/members/import/set-answers.server'
import { FileColumns, FileQuestions, PassedRows } from '~/members/import/ui/import-columns'
import { poweredContext } from '~/offices/request.server'
import { refusalReply, refusedMessage } from '~/platform/http/refusal-reply.server'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary, FormActions } from '~/ui/form'
import { plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Colonnes du fichier' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return columnsPage(await poweredContext(request, 'members.write'), params.id)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const id = z.uuid().safeParse(params.id)
  if (!id.success) throw data(null, { status: 404 })
  const given = [...(await request.formData())].map(([name, value]) => [name.replace(/^q:/, ''), value])
  return refusalReply(async () => {
    await setAnswers(ctx, id.data, answersSchema.parse(Object.fromEntries(given)))
    return redirect(`/membres/import/${id.data}`)
  }, refusedMessage)
}

export default function ImportColumns() {
  const { fileName, form, columns, questions, passed, rowCount } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()?.message ?? null
  return (
    <Page
      title="Colonnes du fichier"
      overline={fileName}
      breadcrumb={[
        { href: '/membres', label: 'Membres' },
        { href: '/membres/import', label: 'Importer' },
      ]}
      lead="Vérifiez ce que chaque colonne contient. Vos choix sont gardés pour les prochains fichiers qui ont les mêmes colonnes."
    >
      <Form method="post" className="space-y-6">
        <ErrorSummary faults={fault ? [{ id: `column-${columns[0]?.index ?? 0}`, message: fault }] : []} />
        {questions.length > 0 ? (
          <Section title={questions.length < 2 ? 'Une question' : `${questions.length} questions`}>
            <div className="space-y-6">
              <FileQuestions questions={questions} />
            </div>
          </Section>
        ) : null}
        <Section title={plural(columns.length, 'colonne')}>
          <FileColumns columns={columns} fault={fault} />
        </Section>
        <Section>
          <p className="text-muted">
            Lu comme&nbsp;: {form}, {plural(rowCount, 'ligne')}.
          </p>
          <PassedRows passed={passed} />
          <FormActions consequence="L’essai montre ensuite chaque ligne. Rien n’est encore écrit.">
            <SubmitButton pending="Lecture du fichier en cours">Essayer ce fichier</SubmitButton>
            <TextLink to="/membres/import">Déposer un autre fichier</TextLink>
          </FormActions>
        </Section>
      </Form>
    </Page>
  )
}
