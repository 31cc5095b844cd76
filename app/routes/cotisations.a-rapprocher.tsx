import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { matchAddress, readMatchFilters } from '~/dues/matching/filters'
import { MatchSearch } from '~/dues/matching/ui/match-search'
import { BankLines } from '~/dues/matching/ui/bank-lines'
import { issuesPage, resolvedIssues } from '~/dues/payments/issues-page.query.server'
import { resolveIssue } from '~/dues/payments/resolve-issue.server'
import { IssueList } from '~/dues/payments/ui/issue-list'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { MoneyTabs } from '~/dues/payments/ui/money-tabs'
import { poweredContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { EmptyState } from '~/ui/empty-state'
import { frenchDateTime, plural } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'À rapprocher' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return { ...(await issuesPage(ctx, readMatchFilters(request))), resolved: await resolvedIssues(ctx) }
}

const answer = z.object({ issueId: z.uuid(), note: z.string().trim().max(300) })

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const asked = answer.safeParse(Object.fromEntries(await request.formData()))
  if (!asked.success) throw data(null, { status: 400 })
  if (asked.data.note === '')
    return data({ issueId: asked.data.issueId, message: 'Dites ce qui a été fait.' }, { status: 400 })
  await orStatus(resolveIssue(ctx, asked.data))
  return redirect('/cotisations/a-rapprocher')
}

const PATH = '/cotisations/a-rapprocher'

export default function ToMatch() {
  const { issues, count, previousKey, nextKey, bank, filters, resolved } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <Page
      title="À rapprocher"
      breadcrumb={[DUES_CRUMB]}
      lead="L’argent qui ne correspond pas, ou pas encore, à une cotisation. Rien ici ne se règle sans vous."
    >
      <MoneyTabs />
      {Object.values(filters).some(Boolean) || nextKey || bank.nextKey ? (
        <Section wide>
          <MatchSearch path={PATH} filters={filters} label="Payeur, libellé ou montant" />
          {filters.q && count + bank.count === 0 ? <EmptyState title="Rien ne correspond" /> : null}
        </Section>
      ) : null}
      {!filters.q && count + bank.count === 0 ? (
        <Section>
          <EmptyState
            title="Tout est rapproché"
            action={<TextLink to="/cotisations/releves">Importer un relevé bancaire</TextLink>}
          >
            Doubles paiements, contestations et virements sans référence apparaîtront ici.
          </EmptyState>
        </Section>
      ) : null}
      {issues.length > 0 ? (
        <Section title={plural(count, 'question en attente', 'questions en attente')}>
          <IssueList issues={issues} fault={fault ?? null} />
          <Pagination
            previous={previousKey ? matchAddress(PATH, { ...filters, question: previousKey }) : null}
            next={nextKey ? matchAddress(PATH, { ...filters, question: nextKey }) : null}
            label="Pages des questions"
          />
        </Section>
      ) : null}
      {bank.count > 0 ? (
        <Section title={plural(bank.count, 'ligne du relevé', 'lignes du relevé')} wide>
          {bank.lines.filter(({ proposal }) => proposal?.grade === 'sure').length > 1 ? (
            <p>
              <ButtonLink to={matchAddress('/cotisations/releves/accepter', filters)}>
                Voir et accepter les sûres
              </ButtonLink>
            </p>
          ) : null}
          <BankLines lines={bank.lines} back="a-rapprocher" />
          <Pagination
            previous={bank.previousKey ? matchAddress(PATH, { ...filters, ligne: bank.previousKey }) : null}
            next={bank.nextKey ? matchAddress(PATH, { ...filters, ligne: bank.nextKey }) : null}
            label="Pages des lignes"
          />
        </Section>
      ) : null}
      {resolved.length > 0 ? (
        <Section title="Classées récemment">
          <ul>
            {resolved.map(({ id, title, at, resolution }) => (
              <li key={id}>
                {title}, {frenchDateTime(at)}&nbsp;: {resolution}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
