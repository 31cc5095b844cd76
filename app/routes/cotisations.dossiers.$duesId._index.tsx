import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { casePage } from '~/dues/board/case-page.query.server'
import {
  CaseFacts,
  CaseLetters,
  CasePayments,
  CaseSteps,
  HeldNotice,
  UndeliveredNotice,
} from '~/dues/board/ui/case-sections'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { readLetterId } from '~/letters/letter-request.server'
import { Explanations } from '~/letters/ui/explanations'
import { isPresident } from '~/meetings/convene/signer.server'
import { poweredContext, signedInContext } from '~/offices/request.server'
import { recordAccess } from '~/platform/data-access.server'
import { formAction } from '~/platform/http/form-action.server'
import { orStatus } from '~/platform/http/or-status.server'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { FormActions } from '~/ui/form'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Cotisation ${data?.year ?? ''} de ${data?.member ?? ''}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const file = await orStatus(casePage(ctx, readLetterId(params.duesId)))
  await recordAccess(ctx.db, ctx, { memberId: file.memberId, kind: 'dues' })
  const decides =
    file.removalBy === 'president' && file.stage === 'listed' && file.closedAs === null && isPresident(ctx)
  return { ...file, decides }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const duesId = readLetterId(params.duesId)
  return formAction(await request.formData(), z.object({}), async () => {
    const [letterId] = await prepareNotices(ctx, [duesId])
    throw redirect(`/courriers/${letterId ?? ''}`)
  })
}

export default function DuesCase() {
  const file = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { view, next, letters, explanations, payments, noticeId } = file
  const manages = view === 'manages'
  const prepares = manages && next?.name === 'Lettre recommandée' && next.yours && letters.length === 0
  return (
    <Page
      title={`Cotisation ${file.year}`}
      overline={file.member}
      breadcrumb={manages ? [DUES_CRUMB] : view === 'concerned' ? [{ href: '/compte', label: 'Mon espace' }] : []}
      actions={
        <>
          {manages && !file.closedAs ? (
            <TextLink to={`/cotisations/paiements/nouveau?cotisation=${file.id}`}>Enregistrer un paiement</TextLink>
          ) : null}
          {manages ? <TextLink to={`/membres/${file.memberId}`}>Fiche du membre</TextLink> : null}
          {view === 'concerned' && noticeId ? (
            <ButtonLink to={`/explications/${noticeId}`}>Donner mes explications</ButtonLink>
          ) : null}
          {file.decides ? <ButtonLink to={`/cotisations/dossiers/${file.id}/decision`}>Décider</ButtonLink> : null}
        </>
      }
    >
      <RefusalPanel refusal={reply?.refusal} />
      <Section>
        <CaseFacts file={file} />
      </Section>
      <Section
        title="Étapes"
        margin={<ArticleChip rule="6.4-b">Aucune étape n’est sautée ; le paiement met fin à la procédure.</ArticleChip>}
      >
        <HeldNotice file={file} />
        <UndeliveredNotice file={file} />
        <CaseSteps file={file} />
        {prepares ? (
          <Form method="post">
            <FormActions consequence="La lettre sera prête à imprimer. L’étape est franchie le jour où vous enregistrez son dépôt.">
              <SubmitButton pending="Préparation en cours">Préparer la lettre recommandée</SubmitButton>
            </FormActions>
          </Form>
        ) : null}
      </Section>
      {letters.length > 0 ? (
        <Section title="Lettres recommandées">
          <CaseLetters file={file} />
        </Section>
      ) : null}
      {noticeId ? (
        <Section title="Explications du membre">
          {explanations.length > 0 ? (
            <Explanations letterId={noticeId} explanations={explanations} />
          ) : (
            <p>Aucune explication reçue à ce jour.</p>
          )}
        </Section>
      ) : null}
      {payments.length > 0 ? (
        <Section title="Paiements">
          <CasePayments file={file} />
        </Section>
      ) : null}
    </Page>
  )
}
