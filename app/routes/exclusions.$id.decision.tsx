import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decisionForm } from '~/discipline/cases/case.form'
import { conductedCase } from '~/discipline/cases/case-route.server'
import { decideCase } from '~/discipline/cases/decide-case.server'
import { DefenceSection, FileSection } from '~/discipline/cases/ui/case-sections'
import { DecisionForm } from '~/discipline/cases/ui/decision-form'
import { formAction } from '~/platform/http/form-action.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ProveFirst } from '~/platform/sign-in/ui/prove-first'
import { ArticleChip } from '~/ui/article-chip'
import { Page, Section } from '~/ui/page'
import { VerifyPage } from '~/ui/verify-act'

export const meta: MetaFunction = () => [{ title: 'Décider' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await conductedCase(request, params.id)
  if (!page.decides || page.state !== 'NOTIFIED') throw data(null, { status: 404 })
  return page
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, page } = await conductedCase(request, params.id)
  const form = await request.formData()
  return formAction(form, decisionForm, async (input) => {
    // a sanction is confirmed by the name, typed
    if (input.outcome === 'keep' && page.decides && page.fresh && page.state === 'NOTIFIED')
      demandVerified(form, {
        title: `votre décision, ${page.label}`,
        facts: ['Aucune sanction.', `Motifs\u00a0: «\u00a0${input.reasons}\u00a0»`],
        act: 'Prendre définitivement cette décision',
        pending: 'Enregistrement en cours',
        tone: 'primary',
        back: `/exclusions/${page.id}/decision`,
        consequence:
          'La lettre qui notifie la décision est préparée : elle reste à poster. Vous ne pourrez pas revenir sur elle.',
      })
    await decideCase(ctx, { ...input, caseId: page.id })
    return redirect(`/exclusions/${page.id}`)
  })
}

export default function Decision() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/exclusions/${page.id}`
  if (reply?.verify) return <VerifyPage verify={reply.verify} overline={page.label} />
  return (
    <Page
      title="Décider"
      overline={page.label}
      breadcrumb={[
        { href: '/exclusions', label: 'Procédures disciplinaires' },
        { href: back, label: page.label },
      ]}
    >
      <FileSection {...page} />
      <DefenceSection {...page} />
      <Section
        title="Votre décision"
        margin={<ArticleChip rule="6.4-a">Décision du Président, motivée, le membre ayant pu se défendre</ArticleChip>}
      >
        {page.fresh ? (
          <DecisionForm reply={reply} back={back} label={page.label} kind={page.kind} />
        ) : (
          <ProveFirst path={`${back}/decision`} before="Avant de décider" />
        )}
      </Section>
    </Page>
  )
}
