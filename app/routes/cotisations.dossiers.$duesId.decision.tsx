import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { casePage } from '~/dues/board/case-page.query.server'
import { CaseFacts, CaseSteps } from '~/dues/board/ui/case-sections'
import { readLetterId } from '~/letters/letter-request.server'
import { Explanations } from '~/letters/ui/explanations'
import { isPresident } from '~/meetings/convene/signer.server'
import { decideByPresident } from '~/membership/removal/decide-by-president.server'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { orStatus } from '~/platform/http/or-status.server'
import { isFresh } from '~/platform/sign-in/fresh'
import { ProveFirst } from '~/platform/sign-in/ui/prove-first'
import { ActForm } from '~/ui/act-form'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, ConfirmByName, FormActions, RadioGroup } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'
import { useActForm } from '~/ui/use-act-form'

export const meta: MetaFunction = () => [{ title: 'Décider d’une radiation' }]

const decisionForm = z.object({
  decision: z.enum(['remove', 'keep'], { error: 'Choisissez.' }),
  confirmation: z.string().default(''),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const file = await orStatus(casePage(ctx, readLetterId(params.duesId)))
  if (!isPresident(ctx) || file.removalBy !== 'president' || file.stage !== 'listed') throw data(null, { status: 404 })
  return { ...file, fresh: isFresh(ctx.actor, ctx.now) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  if (!isPresident(ctx)) throw data(null, { status: 404 })
  const duesId = readLetterId(params.duesId)
  return formAction(await request.formData(), decisionForm, async ({ decision, confirmation }) => {
    await decideByPresident(ctx, { duesId, adopted: decision === 'remove', confirmation })
    throw redirect(`/cotisations/dossiers/${duesId}`)
  })
}

export default function Decide() {
  const file = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useActForm(decisionForm, {
    lastResult: reply?.lastResult,
  })
  const back = `/cotisations/dossiers/${file.id}`
  return (
    <Page title="Décider" overline={file.member} breadcrumb={[{ href: back, label: `Cotisation ${file.year}` }]}>
      <RefusalPanel refusal={reply?.refusal} />
      <Section>
        <CaseFacts file={file} />
      </Section>
      <Section title="Étapes accomplies">
        <CaseSteps file={file} />
      </Section>
      <Section title="Explications du membre">
        {file.noticeId && file.explanations.length > 0 ? (
          <Explanations letterId={file.noticeId} explanations={file.explanations} />
        ) : (
          <p>Aucune explication reçue à ce jour.</p>
        )}
      </Section>
      <Section
        title="Votre décision"
        margin={<ArticleChip rule="6.4-b">Les statuts donnent cette décision au président.</ArticleChip>}
      >
        {file.fresh ? (
          <ActForm form={form} fields={fields}>
            <RadioGroup
              {...bind(fields.decision)}
              label="Que décidez-vous ?"
              choices={[
                { value: 'remove', label: 'Prononcer la radiation', help: 'Elle ne s’annule pas.' },
                { value: 'keep', label: 'Maintenir le membre', help: 'La procédure est close ; la somme reste due.' },
              ]}
            />
            <ConfirmByName {...bind(fields.confirmation)} expected={file.member} />
            <FormActions consequence="Une lettre recommandée notifiera la décision : elle vous attendra parmi les lettres à poster.">
              <SubmitButton tone="danger" pending="Enregistrement en cours">
                Enregistrer la décision
              </SubmitButton>
              <TextLink to={back}>Revenir au dossier</TextLink>
            </FormActions>
          </ActForm>
        ) : (
          <ProveFirst path={`${back}/decision`} before="Avant de décider" />
        )}
      </Section>
    </Page>
  )
}
