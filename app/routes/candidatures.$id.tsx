import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decideApplication } from '~/membership/admission/decide-application.server'
import { applicationActShown } from '~/membership/applications/act-shown'
import { applicationSheet } from '~/membership/applications/application-sheet.query.server'
import { APPLICATION_STATES, KIND_WORDS } from '~/membership/applications/application-words'
import { listApplication } from '~/membership/applications/list-application.server'
import { listingForm } from '~/membership/applications/listing.form'
import { ApplicationNext } from '~/membership/applications/ui/application-next'
import { ApplicationFacts } from '~/membership/applications/ui/application-facts'
import { admittingRule } from '~/membership/applications/who-admits'
import { withdrawApplication } from '~/membership/applications/withdraw-application.server'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ArticleChip } from '~/ui/article-chip'
import { frenchDate } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import { VerifyPage } from '~/ui/verify-act'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Candidature · ${data?.label ?? ''}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return applicationSheet(await poweredContext(request, 'members.write'), params.id)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { data: applicationId } = z.uuid().safeParse(params.id)
  if (!applicationId) throw data(null, { status: 404 })
  const form = await request.formData()
  return formAction(form, listingForm, async (asked) => {
    if (asked.intent !== 'list') {
      const sheet = await applicationSheet(ctx, applicationId)
      if (sheet.waiting) demandVerified(form, applicationActShown(sheet, asked))
    }
    if (asked.intent === 'withdraw') {
      await withdrawApplication(ctx, { applicationId })
      return redirect(`/candidatures/${applicationId}`)
    }
    if (asked.intent === 'decide') {
      await decideApplication(ctx, { applicationId, outcome: asked.outcome })
      return redirect(`/candidatures/${applicationId}`)
    }
    const { itemId } = await listApplication(ctx, { applicationId, meetingId: asked.meetingId })
    return redirect(`/assemblees/${asked.meetingId}/ordre-du-jour/${itemId}`)
  })
}

export default function Application() {
  const sheet = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply?.verify)
    return <VerifyPage verify={reply.verify} breadcrumb={[{ href: '/candidatures', label: 'Candidatures' }]} />
  const { label, kind, reference, submittedOn, state, conflicts, former, erasedOn, admitting } = sheet
  return (
    <Page
      title={label}
      overline={`${KIND_WORDS[kind]}, demande du ${frenchDate(submittedOn)}, ${reference}`}
      breadcrumb={[
        { href: '/membres', label: 'Membres' },
        { href: '/candidatures', label: 'Candidatures' },
      ]}
      lead={<StatusBadge tone={APPLICATION_STATES[state].tone}>{APPLICATION_STATES[state].label}</StatusBadge>}
    >
      {conflicts.length > 0 || former ? (
        <Section>
          {former ? (
            <Notice title="Un ancien membre">
              <p>
                {former.label}, membre n° {former.number}, a quitté l’association. Admis de nouveau, il retrouve son
                numéro ; son ancienneté repart du jour de la décision.
              </p>
            </Notice>
          ) : null}
          {conflicts.length > 0 ? (
            <Notice tone="warning" title="À vérifier avant la décision">
              {conflicts.map((message) => (
                <p key={message}>{message}</p>
              ))}
              <p>Tant que cela reste ainsi, l’admission sera refusée.</p>
            </Notice>
          ) : null}
        </Section>
      ) : null}
      <Section
        title="Suite"
        margin={
          <ArticleChip rule="6.2-a">
            {admitting.unanimous
              ? 'Chaque membre du Bureau en fonction vote pour ; aucun motif n’est gardé'
              : admittingRule(admitting)}
          </ArticleChip>
        }
      >
        <ApplicationNext sheet={sheet} reply={reply} />
      </Section>
      <Section title="La demande">
        {erasedOn ? (
          <p>Les données de cette candidature ont été effacées le {frenchDate(erasedOn)}.</p>
        ) : (
          <ApplicationFacts sheet={sheet} />
        )}
      </Section>
    </Page>
  )
}
