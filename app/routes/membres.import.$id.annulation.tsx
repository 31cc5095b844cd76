import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { undoImport } from '~/membership/import/undo-import.server'
import { undoPage } from '~/membership/import/undo-page.query.server'
import { poweredContext } from '~/offices/request.server'
import { refusalReply, refusedMessage } from '~/platform/http/refusal-reply.server'
import { SubmitButton } from '~/ui/button'
import { FormActions } from '~/ui/form'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Annuler un import' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return undoPage(await poweredContext(request, 'members.write'), params.id)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const id = z.uuid().safeParse(params.id)
  if (!id.success) throw data(null, { status: 404 })
  return refusalReply(async () => {
    await undoImport(ctx, id.data)
    return redirect(`/membres/import/${id.data}`)
  }, refusedMessage)
}

export default function UndoImport() {
  const { id, fileName, effect, consents, obstacles, others } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()?.message ?? null
  const back = `/membres/import/${id}`
  return (
    <Page
      title={obstacles.length > 0 ? 'Cet import ne s’annule plus' : 'Annuler cet import'}
      overline={fileName}
      breadcrumb={[
        { href: '/membres', label: 'Membres' },
        { href: back, label: 'Import' },
      ]}
      lead={obstacles.length > 0 ? 'Des actes s’appuient déjà sur ce qu’il a écrit.' : `${effect}.`}
    >
      <Section>
        {fault ? <Notice tone="refusal" title={fault} live="alert" /> : null}
        {obstacles.length > 0 ? (
          <>
            <ul className="list-disc space-y-1 pl-6">
              {obstacles.map(({ who, why }) => (
                <li key={`${who} ${why}`}>
                  {who}&nbsp;: {why}
                </li>
              ))}
              {others > 0 ? <li>et {others} de plus</li> : null}
            </ul>
            <p>Corrigez les fiches une à une, ou enregistrez un départ daté.</p>
            <ButtonLink to={back} tone="secondary">
              Revenir à l’import
            </ButtonLink>
          </>
        ) : (
          <Form method="post" className="space-y-4">
            {consents > 0 ? (
              <p>
                {consents < 2 ? 'Un accord ou retrait' : `${consents} accords ou retraits`} de convocation par courriel
                de membres déjà inscrits restent&nbsp;: ce sont des faits datés.
              </p>
            ) : null}
            <FormActions consequence="Les numéros donnés redeviennent libres. L’import et son annulation restent au journal.">
              <SubmitButton pending="Annulation en cours" tone="danger">
                Annuler cet import
              </SubmitButton>
              <TextLink to={back}>Ne rien changer</TextLink>
            </FormActions>
          </Form>
        )}
      </Section>
    </Page>
  )
}
