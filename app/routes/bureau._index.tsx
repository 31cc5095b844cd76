import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { bureauPage } from '~/offices/bureau-page.query.server'
import { endingOf } from '~/offices/ending.query.server'
import { endStaff } from '~/offices/end-staff.server'
import { signedInContext } from '~/offices/request.server'
import { revokeDelegation } from '~/offices/revoke-delegation.server'
import { Loans } from '~/offices/ui/loans'
import { Seats } from '~/offices/ui/seats'
import { VerifyEnding } from '~/offices/ui/verify-ending'
import { orStatus } from '~/platform/http/or-status.server'
import { toVerify } from '~/platform/http/verify.server'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { frenchDate, list, plural } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Timeline } from '~/ui/timeline'

export const meta: MetaFunction = () => [{ title: 'Le Bureau' }]

export const loader = async ({ request }: LoaderFunctionArgs) => bureauPage(await signedInContext(request))

const wish = z.union([z.object({ delegationId: z.uuid() }), z.object({ staffId: z.uuid() })])

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const form = await request.formData()
  const asked = wish.safeParse(Object.fromEntries(form))
  if (!asked.success) return redirect('/bureau')
  const ending = await orStatus(endingOf(ctx, asked.data))
  const unverified = ending && toVerify(form, ending)
  if (unverified) return unverified
  await orStatus('staffId' in asked.data ? endStaff(ctx, asked.data) : revokeDelegation(ctx, asked.data))
  return redirect('/bureau')
}

export default function Bureau() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (reply)
    return (
      <Page title="Vérifiez" breadcrumb={[{ href: '/bureau', label: 'Le Bureau' }]}>
        <VerifyEnding verify={reply.verify} />
      </Page>
    )
  return (
    <Page
      title="Le Bureau"
      lead={`Les membres du Bureau sont élus par l’assemblée ordinaire pour ${plural(page.termYears, 'an')}.`}
      actions={page.may.delegate ? <ButtonLink to="/bureau/delegation">Donner une délégation</ButtonLink> : null}
    >
      <Section title="Fonctions" wide margin={<ArticleChip rule="8.1-a">Composition et durée des mandats</ArticleChip>}>
        {page.vacant.length ? (
          <Notice tone="warning" title={`À pourvoir\u00a0: ${list(page.vacant)}`}>
            <p>Les statuts demandent que chacune de ces fonctions soit tenue. L’assemblée ordinaire élit.</p>
          </Notice>
        ) : null}
        {page.seats.length ? <Seats seats={page.seats} /> : null}
        {page.unfilled.length ? (
          <p className="text-muted">Facultatives et non pourvues&nbsp;: {list(page.unfilled)}.</p>
        ) : null}
        {page.seats.some(({ overdue }) => overdue) ? (
          <p>
            Un mandat dont le terme est passé se prolonge pour convoquer l’assemblée qui élit et pour les actes
            courants.
          </p>
        ) : null}
        {page.may.record ? (
          <ButtonLink to="/bureau/mandat" tone="secondary">
            Enregistrer un membre du Bureau en place
          </ButtonLink>
        ) : null}
        {page.may.reprises ? (
          <p>
            Ce qui a été décidé hors du logiciel est signé par deux membres du Bureau :{' '}
            <TextLink to="/reprises">les reprises</TextLink>.
          </p>
        ) : null}
      </Section>
      <Section
        title="Délégations et remplacements"
        margin={
          <>
            <ArticleChip rule="9.1-d">Le Président délègue par un écrit daté et révocable</ArticleChip>
            <ArticleChip rule="10-a">Un vice-président remplace le Président</ArticleChip>
          </>
        }
      >
        {page.loans.length ? (
          <Loans loans={page.loans} mayRevoke={page.may.delegate} />
        ) : (
          <p className="text-muted">Aucune délégation ni aucun remplacement en cours.</p>
        )}
        {page.may.replace ? (
          <ButtonLink to="/bureau/remplacement" tone="secondary">
            Enregistrer un remplacement du Président
          </ButtonLink>
        ) : null}
      </Section>
      <Section title="Salariés">
        <StaffList staff={page.staff} mayEnd={page.may.delegate} />
        {page.may.delegate ? (
          <ButtonLink to="/bureau/salarie" tone="secondary">
            Enregistrer un salarié
          </ButtonLink>
        ) : null}
      </Section>
      {page.past.length ? (
        <Section title="Historique" margin={<ArticleChip rule="8.1-b">Fin des fonctions</ArticleChip>}>
          <Timeline
            label="Fonctions et délégations qui ont pris fin"
            entries={page.past.map((line) => ({ ...line, when: frenchDate(line.on), dateTime: line.on }))}
          />
        </Section>
      ) : null}
    </Page>
  )
}

type Staff = Awaited<ReturnType<typeof bureauPage>>['staff']

function StaffList({ staff, mayEnd }: { staff: Staff; mayEnd: boolean }) {
  return (
    <>
      <p>Les salariés ne votent pas. Ils agissent dans la limite des délégations écrites ci-dessus.</p>
      <ul className="border-t border-rule">
        {staff.map(({ id, name, title, from, until }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule py-2">
            <span>
              <strong className="font-semibold">{name}</strong>, {title}, depuis le {frenchDate(from)}
              {until ? `, jusqu’au ${frenchDate(until)}` : ''}
            </span>
            {mayEnd && !until ? (
              <Form method="post" className="max-sm:-ml-4">
                <SubmitButton tone="quiet" name="staffId" value={id} aria-label={`Dernier jour aujourd’hui, ${name}`}>
                  Dernier jour aujourd’hui
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
