import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { appealForm, listAppealForm, receivedAppealForm } from '~/discipline/appeals/appeal.form'
import { draftAssemblies } from '~/discipline/appeals/appeal-page.query.server'
import { lodgeAppeal } from '~/discipline/appeals/lodge-appeal.server'
import { putAppealToVote } from '~/discipline/appeals/put-appeal-to-vote.server'
import { recordAppeal } from '~/discipline/appeals/record-appeal.server'
import { AppealForm, ListAppealForm, ReceivedAppealForm } from '~/discipline/appeals/ui/appeal-forms'
import { caseOr404 } from '~/discipline/cases/case-route.server'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ArticleChip, RulingPanel } from '~/ui/article-chip'
import { frenchDate, plural } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { VerifyPage } from '~/ui/verify-act'

export const meta: MetaFunction = () => [{ title: 'Recours devant l’assemblée' }]

/** The appeal of a case: open to the excluded person and to whoever keeps the file; 404 for the others. */
async function appealed(request: Request, id: string | undefined) {
  const ctx = await signedInContext(request)
  const { appeal, ...page } = await caseOr404(ctx, id)
  if (!appeal || page.view === 'decides') throw data(null, { status: 404 })
  return { ctx, page, appeal }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, page, appeal } = await appealed(request, params.id)
  const own = page.view === 'concerned'
  const { id, label, today } = page
  const { days, decidedOn, lastDay, ruling } = appeal
  const shown = { id, label, today, own, days, decidedOn, lastDay, ruling, meetings: await draftAssemblies(ctx) }
  if (!appeal.excluded || (own && appeal.lodged) || (appeal.lodged && !appeal.toList))
    return redirect(`/exclusions/${id}`)
  return { ...shown, step: own ? ('lodge' as const) : appeal.lodged ? ('list' as const) : ('record' as const) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, page, appeal } = await appealed(request, params.id)
  const form = await request.formData()
  const caseId = page.id
  const back = () => redirect(`/exclusions/${caseId}`)
  switch (form.get('intent')) {
    case 'lodge':
      return formAction(form, appealForm, async ({ text }) => {
        await lodgeAppeal(ctx, { caseId, text })
        return back()
      })
    case 'record':
      return formAction(form, receivedAppealForm, async (input) => {
        if (!appeal.lodged && page.view !== 'concerned')
          demandVerified(form, {
            title: 'enregistrer ce recours',
            facts: [`${page.label}\u00a0: recours reçu le ${frenchDate(input.on)}.`],
            act: 'Enregistrer ce recours',
            pending: 'Enregistrement en cours',
            tone: 'primary',
            back: `/exclusions/${caseId}/recours`,
            consequence: 'Un recours enregistré ne change plus. L’assemblée générale ordinaire décidera à nouveau.',
          })
        await recordAppeal(ctx, { ...input, caseId })
        return redirect(`/exclusions/${caseId}/recours`)
      })
    case 'list':
      return formAction(form, listAppealForm, async ({ meetingId }) => {
        await putAppealToVote(ctx, { caseId, meetingId })
        return back()
      })
    default:
      throw data(null, { status: 400 })
  }
}

const TITLES = {
  lodge: 'Former un recours',
  record: 'Enregistrer un recours reçu par lettre',
  list: 'Inscrire le recours à l’ordre du jour',
}

export default function Appeal() {
  const { id, label, today, own, step, days, decidedOn, lastDay, ruling, meetings } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/exclusions/${id}`
  const late = step === 'lodge' && !ruling.open
  if (reply?.verify) return <VerifyPage verify={reply.verify} overline={label} />
  return (
    <Page
      title={TITLES[step]}
      overline={own ? 'Exclusion' : label}
      breadcrumb={[
        own ? { href: '/compte', label: 'Mon espace' } : { href: '/exclusions', label: 'Procédures disciplinaires' },
        { href: back, label: own ? 'Procédure vous concernant' : label },
      ]}
      lead={lead({ own, step, lastDay, days })}
    >
      <Section
        margin={
          <ArticleChip rule="6.4-a" reasons={late ? [] : ruling.reasons}>
            Recours devant l’assemblée générale ordinaire
          </ArticleChip>
        }
      >
        {late ? <RulingPanel outcome="unlawful" reasons={ruling.reasons} /> : null}
        {step === 'lodge' && !late ? <AppealForm reply={reply} back={back} /> : null}
        {step === 'record' ? <ReceivedAppealForm reply={reply} back={back} min={decidedOn} today={today} /> : null}
        {step === 'list' ? <ListAppealForm reply={reply} back={back} meetings={meetings} /> : null}
      </Section>
    </Page>
  )
}

type Led = { own: boolean; step: keyof typeof TITLES; lastDay: string | null; days: number }

function lead({ own, step, lastDay, days }: Led): string {
  if (step === 'list')
    return 'L’assemblée générale ordinaire décide à nouveau. La personne exclue n’est pas membre d’ici là : elle n’est pas convoquée, mais l’assemblée peut l’entendre.'
  const delay = lastDay
    ? `jusqu’au ${frenchDate(lastDay)} inclus`
    : `pendant ${plural(days, 'jour')} à compter de la première présentation de la lettre de décision`
  return own
    ? `Vous pouvez demander à l’assemblée générale ordinaire de décider à nouveau, ${delay}. Vous pourrez demander que l’assemblée vous entende avant le vote, et vous faire assister de la personne de votre choix.`
    : `Le recours est ouvert ${delay}.`
}
