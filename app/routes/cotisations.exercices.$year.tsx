import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { statutesInForce } from '~/association/in-force.server'
import { boardCounts } from '~/dues/board/board-figures.query.server'
import { boardAddress } from '~/dues/board/filters'
import { periodList } from '~/dues/board/periods.query.server'
import { LATE_JOINER_WORDS } from '~/dues/board/period-words'
import { CallForm } from '~/dues/board/ui/call-form'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { StageFigures } from '~/dues/board/ui/stage-figures'
import { verifyCall } from '~/dues/board/verify-call.server'
import { callDues } from '~/dues/ladder/call-dues.server'
import { previewCall } from '~/dues/ladder/call-preview.query.server'
import { categoryLabel } from '~/members/register/category-label'
import { poweredContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { DefinitionList } from '~/ui/definition-list'
import { euros, frenchDate, list } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'
import { VerifyPage } from '~/ui/verify-act'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Cotisation ${data?.period.year ?? ''}` }]

const callForm = z.object({ how: z.enum(['send', 'taken-over']).default('send') })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const periods = await periodList(ctx)
  const period = periods.find(({ year }) => String(year) === params.year)
  if (!period) throw data(null, { status: 404 })
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(ctx.db, today)
  return {
    period,
    rates: list(
      period.rates.map(
        ({ category, amountCents }) => `${euros(amountCents)} pour un ${categoryLabel(statutes, category)}`,
      ),
    ),
    overdue: period.dueOn < today,
    preview: period.endsOn >= today || period.toCall > 0 ? await previewCall(ctx, period.id) : null,
    counts: await boardCounts(ctx, period.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const form = await request.formData()
  return formAction(form, callForm, async ({ how }) => {
    const year = Number(params.year)
    await verifyCall(ctx, { form, year, takenOver: how === 'taken-over' })
    await callDues(ctx, { year, takenOver: how === 'taken-over' })
    throw redirect(boardAddress({ annee: year }))
  })
}

export default function Period() {
  const { period, rates, overdue, preview, counts } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { year, startsOn, endsOn, dueOn, calledOn, source, lateJoiners } = period
  const left = preview !== null && preview.mails + preview.letters > 0
  const newcomers = calledOn !== null && preview !== null && (preview.opened > 0 || preview.mails > 0)
  if (reply?.verify)
    return (
      <VerifyPage
        verify={reply.verify}
        breadcrumb={[DUES_CRUMB, { href: `/cotisations/exercices/${year}`, label: `Cotisation ${year}` }]}
      />
    )
  return (
    <Page
      title={`Cotisation ${year}`}
      breadcrumb={[DUES_CRUMB, { href: '/cotisations/exercices', label: 'Exercices' }]}
      actions={calledOn ? <ButtonLink to={boardAddress({ annee: year })}>Suivre les règlements</ButtonLink> : null}
    >
      <RefusalPanel refusal={reply?.refusal} />
      <Section margin={<ArticleChip rule="13.2-b">L’assemblée générale ordinaire fixe la cotisation.</ArticleChip>}>
        <DefinitionList
          items={[
            { term: 'Période', value: `du ${frenchDate(startsOn)} au ${frenchDate(endsOn)}` },
            { term: 'Montants', value: rates || 'ceux de chaque cotisation ouverte' },
            { term: 'Échéance', value: frenchDate(dueOn) },
            { term: 'Arrivés en cours d’année', value: LATE_JOINER_WORDS[lateJoiners] },
            { term: 'Décision', value: source },
            { term: 'Appel', value: calledOn ? `fait le ${frenchDate(calledOn)}` : 'à faire' },
          ]}
        />
      </Section>
      {left && (calledOn === null || newcomers) ? (
        <Section
          title={calledOn === null ? 'Appeler la cotisation' : 'Membres qui n’ont pas encore été appelés'}
          margin={<ArticleChip rule="12-a">Le trésorier appelle les cotisations.</ArticleChip>}
        >
          <CallForm year={year} dueOn={dueOn} overdue={overdue} preview={preview} />
        </Section>
      ) : null}
      <Section title="Où elles en sont" wide>
        <StageFigures counts={counts} filters={{ annee: year, etape: '' }} />
      </Section>
    </Page>
  )
}
