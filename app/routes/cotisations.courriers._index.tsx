import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { courierForm } from '~/dues/board/courier.form'
import { courierPage } from '~/dues/board/courier-page.query.server'
import { recordPosted } from '~/dues/board/record-posted.server'
import { recordReposted } from '~/dues/board/record-reposted.server'
import { resendReturned } from '~/dues/board/resend-returned.server'
import { ReturnedForm } from '~/dues/board/ui/returned-form'
import { HeldList, MessagesHeld, ToPrepareForm, ToWriteForm } from '~/dues/board/ui/courier-lists'
import { DUES_CRUMB, DuesTabs } from '~/dues/board/ui/dues-tabs'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { poweredContext } from '~/offices/request.server'
import { recordAccess } from '~/platform/data-access.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/form'
import { Page, Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta: MetaFunction = () => [{ title: 'Courriers à faire' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'letters' })
  return courierPage(ctx)
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return formAction(await request.formData(), courierForm, async (input) => {
    if (input.intent === 'prepare') {
      await prepareNotices(ctx, input.duesIds)
      throw redirect('/courriers')
    }
    if (input.intent === 'posted') await recordPosted(ctx, input)
    else if (input.intent === 'reposted') await recordReposted(ctx, input)
    else await resendReturned(ctx, input)
    throw redirect('/cotisations/courriers')
  })
}

export default function Couriers() {
  const { today, toWrite, returned, ready, held, messagesHeld } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const faults = Object.values(reply?.lastResult.error ?? {}).flatMap((messages) => messages ?? [])
  return (
    <Page title="Courriers à faire" breadcrumb={[DUES_CRUMB]}>
      <DuesTabs />
      <RefusalPanel refusal={reply?.refusal} />
      {reply?.refusal ? null : <ErrorSummary faults={faults.map((message) => ({ message }))} />}
      <Section title="Appels et rappels par la poste">
        {toWrite.length > 0 ? (
          <ToWriteForm lines={toWrite} today={today} />
        ) : (
          <EmptyState title="Aucun courrier à poster">
            Ne sont ici que les messages des membres sans courriel ; les autres sont préparés par courriel.
          </EmptyState>
        )}
        {messagesHeld.length > 0 ? <MessagesHeld held={messagesHeld} /> : null}
      </Section>
      {returned.length > 0 ? (
        <Section
          id="revenus"
          title="Courriels non distribués"
          margin={
            <ArticleChip rule="6.4-b">
              La radiation suit trois rappels. Un rappel revenu n’a averti personne : il part de nouveau avant la lettre
              recommandée.
            </ArticleChip>
          }
        >
          <ReturnedForm key={returned.length} returned={returned} today={today} />
        </Section>
      ) : null}
      <Section
        id="recommandees"
        title="Lettres recommandées à préparer"
        margin={
          <ArticleChip rule="6.4-b">
            Après le dernier rappel, le membre est invité à s’expliquer par lettre recommandée.
          </ArticleChip>
        }
      >
        {ready.length > 0 ? (
          <ToPrepareForm key={ready.length} ready={ready} />
        ) : (
          <EmptyState title="Aucune lettre à préparer" />
        )}
        {held.length > 0 ? <HeldList held={held} /> : null}
      </Section>
    </Page>
  )
}
