import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownExplanationForm } from '~/letters/explanation.form'
import { ownLetterPage } from '~/letters/letter-page.query.server'
import { optionalFile, readLetterId } from '~/letters/letter-request.server'
import { recordExplanation } from '~/letters/record-explanation.server'
import { ExplanationForm } from '~/letters/ui/explanation-form'
import { Explanations } from '~/letters/ui/explanations'
import { signedInContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { ACCEPTED_FILES, ACCEPTED_HELP } from '~/platform/documents.server'
import { formAction } from '~/platform/http/form-action.server'
import { orStatus } from '~/platform/http/or-status.server'
import { documentUpload } from '~/platform/http/upload-form'
import { ArticleChip } from '~/ui/article-chip'
import { DefinitionList } from '~/ui/definition-list'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Vos explications' }]

export const handle = { form: documentUpload }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const letter = await orStatus(ownLetterPage(ctx, readLetterId(params.letterId)))
  return { ...letter, today: parisDate(ctx.now), files: { accept: ACCEPTED_FILES, help: ACCEPTED_HELP } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const letterId = readLetterId(params.letterId)
  await orStatus(ownLetterPage(ctx, letterId))
  const form = await request.formData()
  const sent = form.get('file')
  form.delete('file')
  return formAction(form, ownExplanationForm, async ({ text }) => {
    const file = await optionalFile(sent, 'file')
    await recordExplanation(ctx, { letterId, text, source: 'online', receivedOn: parisDate(ctx.now), file })
    return redirect(`/explications/${letterId}`)
  })
}

export default function OwnExplanations() {
  const { id, body, depositedOn, presentedOn, explanations, today, files } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page
      title="Vos explications"
      overline={body.subject}
      breadcrumb={[{ href: '/compte', label: 'Mon espace' }]}
      lead="Dites ce que vous avez à dire : vos mots seront lus tels quels par ceux qui décideront."
      actions={
        <TextLink to={`/courriers/${id}.pdf`} reload>
          Lire la lettre (PDF)
        </TextLink>
      }
    >
      <Section
        margin={<ArticleChip rule="6.4-b">Le membre est invité à s’expliquer avant toute décision.</ArticleChip>}
      >
        <DefinitionList
          items={[
            { term: 'Lettre postée', value: frenchDate(depositedOn) },
            ...(presentedOn ? [{ term: 'Première présentation', value: frenchDate(presentedOn) }] : []),
            ...body.facts.map(([term, value]) => ({ term, value })),
          ]}
        />
      </Section>
      {explanations.length > 0 ? (
        <Section title="Déjà reçu">
          <Explanations letterId={id} explanations={explanations} />
        </Section>
      ) : null}
      <Section title={explanations.length > 0 ? 'Ajouter' : 'Votre réponse'}>
        <ExplanationForm key={explanations.length} own today={today} reply={reply} files={files} />
      </Section>
    </Page>
  )
}
