import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { followDuesLetter } from '~/dues/ladder/follow-letter.server'
import { explanationForm } from '~/letters/explanation.form'
import type { LetterKind } from '~/letters/kinds'
import { letterPage } from '~/letters/letter-page.query.server'
import { letterStepForm } from '~/letters/letter-step.form'
import { optionalFile, readLetterId } from '~/letters/letter-request.server'
import { recordExplanation } from '~/letters/record-explanation.server'
import { recordLetterStep, type LetterFollower } from '~/letters/record-letter-step.server'
import { ExplanationForm } from '~/letters/ui/explanation-form'
import { Explanations } from '~/letters/ui/explanations'
import { LetterProofs, LetterSteps } from '~/letters/ui/letter-steps'
import { signedInContext } from '~/offices/request.server'
import { recordAccess } from '~/platform/data-access.server'
import { ACCEPTED_FILES, ACCEPTED_HELP } from '~/platform/documents.server'
import { formAction } from '~/platform/http/form-action.server'
import { orStatus } from '~/platform/http/or-status.server'
import { documentUpload } from '~/platform/http/upload-form'
import { ArticleChip } from '~/ui/article-chip'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Lettre à ${data?.member ?? ''}` }]

/** What each room does when one of its letters goes on; the others read its dates. */
const FOLLOWERS: Partial<Record<string, LetterFollower>> = {
  'dues-formal-notice': followDuesLetter,
  'dues-decision': followDuesLetter,
} satisfies Partial<Record<LetterKind, LetterFollower>>

export const handle = { form: documentUpload }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const page = await orStatus(letterPage(ctx, readLetterId(params.id)))
  await recordAccess(ctx.db, ctx, { memberId: page.memberId, kind: 'letter' })
  return { ...page, files: { accept: ACCEPTED_FILES, help: ACCEPTED_HELP } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { id: letterId, kindKey } = await orStatus(letterPage(ctx, readLetterId(params.id)))
  const form = await request.formData()
  const back = redirect(`/courriers/${letterId}`)
  if (form.get('intent') === 'explain') {
    const sent = form.get('file')
    form.delete('file')
    return formAction(form, explanationForm, async (input) => {
      await recordExplanation(ctx, { ...input, letterId, file: await optionalFile(sent, 'file') })
      return back
    })
  }
  const sent = form.get('proof')
  form.delete('proof')
  return formAction(form, letterStepForm, async (input) => {
    await recordLetterStep(ctx, { ...input, letterId, proof: await optionalFile(sent, 'proof') }, FOLLOWERS[kindKey])
    return back
  })
}

export default function Letter() {
  const letter = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { id, member, kind, rule, subjectHref, explanations, answer, depositedOn, today, files } = letter
  return (
    <Page
      title={`Lettre à ${member}`}
      overline={kind}
      breadcrumb={[{ href: '/courriers', label: 'Lettres recommandées' }]}
      actions={
        <>
          <ButtonLink to={`/courriers/${id}.pdf`} tone={depositedOn ? 'secondary' : 'primary'} reload>
            Ouvrir la lettre (PDF)
          </ButtonLink>
          <TextLink to={subjectHref}>Voir le dossier</TextLink>
        </>
      }
    >
      <RefusalPanel refusal={reply?.refusal?.reasons.length ? reply.refusal : null} />
      <Section
        title="Acheminement"
        margin={
          <ArticleChip rule={rule}>
            Le délai de réponse court de la première présentation. Une lettre non réclamée vaut comme présentée.
          </ArticleChip>
        }
      >
        <LetterProofs letter={letter} />
      </Section>
      <LetterSteps letter={letter} reply={reply} />
      {answer && depositedOn ? (
        <Section title="Explications du membre">
          {explanations.length > 0 ? (
            <Explanations letterId={id} explanations={explanations} />
          ) : (
            <p>Aucune explication reçue à ce jour.</p>
          )}
          <details>
            <summary className="cursor-pointer py-2 text-accent underline underline-offset-4">
              Noter des explications venues par courrier, par courriel ou oralement
            </summary>
            <div className="pt-4">
              <ExplanationForm own={false} today={today} reply={reply} files={files} />
            </div>
          </details>
        </Section>
      ) : null}
    </Page>
  )
}
