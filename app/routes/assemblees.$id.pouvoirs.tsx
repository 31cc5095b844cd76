import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { officerAccess } from '~/meetings/access.server'
import { enterPaperProxy } from '~/meetings/proxies/enter-paper-proxy.server'
import { endProxyForm, paperProxyForm } from '~/meetings/proxies/paper-proxy.form'
import { proxyRegister } from '~/meetings/proxies/register.query.server'
import { revokeProxy } from '~/meetings/proxies/revoke-proxy.server'
import { RegisterTable } from '~/meetings/proxies/ui/register-table'
import { meetingTitle } from '~/meetings/meeting-title'
import { signedInContext } from '~/offices/request.server'
import { ACCEPTED_FILES, ACCEPTED_HELP, readUpload } from '~/platform/documents.server'
import { formAction } from '~/platform/http/form-action.server'
import { documentUpload } from '~/platform/http/upload-form'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, ErrorSummary, faultsOf, FileField, FormActions, SelectField } from '~/ui/form'
import { plural } from '~/ui/format'
import { EmptyState } from '~/ui/notice'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta = meetingTitle('Pouvoirs')

export const handle = { form: documentUpload }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  const refused = new URL(request.url).searchParams.get('refus')
  return { ...(await proxyRegister(ctx, meeting, refused)), accept: ACCEPTED_FILES, help: ACCEPTED_HELP }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { id: meetingId } = await officerAccess(ctx, params.id)
  const form = await request.formData()
  const back = `/assemblees/${meetingId}/pouvoirs`
  if (form.has('intent'))
    return formAction(form, endProxyForm, async ({ proxyId }) => {
      await revokeProxy(ctx, { proxyId })
      throw redirect(back)
    })
  const file = form.get('file')
  form.delete('file')
  return formAction(form, paperProxyForm, async (parties) => {
    const scan = file instanceof Blob && file.size > 0 ? await readUpload(file) : null
    const { accepted, proxyId } = await enterPaperProxy(ctx, { ...parties, meetingId, scan })
    throw redirect(accepted ? back : `${back}?refus=${proxyId}`)
  })
}

export default function Proxies() {
  const { admitted, running, desk, answers, voters, lines, refusal, accept, help } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm({
    lastResult: reply?.lastResult,
    defaultValue: { giverId: '', holderId: '', file: '' },
  })
  return (
    <>
      <Section title="Réponses">
        <p>
          {plural(answers.coming, 'membre vient', 'membres viennent')},{' '}
          {answers.video > 0 ? `${plural(answers.video, 'par visioconférence', 'par visioconférence')}, ` : ''}
          {plural(answers.proxy, 'donne pouvoir', 'donnent pouvoir')},{' '}
          {plural(answers.absent, 'ne vient pas', 'ne viennent pas')},{' '}
          {plural(answers.silent, 'n’a pas répondu', 'n’ont pas répondu')}.
        </p>
      </Section>
      <Section
        title="Registre des pouvoirs"
        wide
        margin={
          <>
            <ArticleChip rule="6.1-d">
              Un fondateur donne pouvoir à un fondateur, qui en détient deux au plus.
            </ArticleChip>
            <ArticleChip rule="6.2-c">
              Un membre actif donne pouvoir à un membre actif, qui en détient un au plus.
            </ArticleChip>
          </>
        }
      >
        <RefusalPanel refusal={reply?.refusal ?? refusal} />
        {lines.length > 0 ? (
          <RegisterTable lines={lines} revocable={desk && running} />
        ) : (
          <EmptyState title={admitted ? 'Aucun pouvoir reçu' : 'Aucun pouvoir n’est admis dans cette instance'} />
        )}
      </Section>
      {admitted && running && desk ? (
        <Section title="Saisir un pouvoir sur papier">
          <Form
            method="post"
            encType="multipart/form-data"
            key={lines.length}
            id={form.id}
            onSubmit={form.onSubmit}
            noValidate
            className="space-y-5"
          >
            {reply?.refusal ? null : <ErrorSummary faults={faultsOf(form, fields)} />}
            <SelectField {...bind(fields.giverId)} label="Donné par" choices={voters} empty="Choisissez un membre" />
            <SelectField
              {...bind(fields.holderId)}
              label="À"
              choices={voters}
              empty="Choisissez un membre"
              help="Un pouvoir sans nom n’est pas admis."
            />
            <FileField {...bind(fields.file)} optional accept={accept} label="Document numérisé" help={help} />
            <FormActions consequence="Le pouvoir prend rang à son arrivée. S’il dépasse une limite, il est conservé comme refusé, avec l’article.">
              <SubmitButton pending="Enregistrement en cours">Enregistrer le pouvoir</SubmitButton>
            </FormActions>
          </Form>
        </Section>
      ) : null}
    </>
  )
}
