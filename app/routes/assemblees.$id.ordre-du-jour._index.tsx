import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { officerAccess } from '~/meetings/access.server'
import { NotVotableNotice } from '~/meetings/convene/ui/not-votable'
import { itemForm, itemMoveForm, itemRestoreForm } from '~/meetings/agenda/agenda.form'
import { agendaPage } from '~/meetings/agenda/agenda.query.server'
import { moveItem } from '~/meetings/agenda/move-item.server'
import { restoreItem } from '~/meetings/agenda/restore-item.server'
import { saveItem } from '~/meetings/agenda/save-item.server'
import { AgendaList } from '~/meetings/agenda/ui/agenda-list'
import { ItemFields } from '~/meetings/agenda/ui/item-fields'
import { unlistedRemovals } from '~/meetings/removals/draft.query.server'
import { listOnAgenda } from '~/meetings/removals/list-on-agenda.server'
import { ReadyCases } from '~/meetings/removals/ui/ready-cases'
import { meetingTitle } from '~/meetings/meeting-title'
import { poweredContext, signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary, faultsOf, FormActions } from '~/ui/form'
import { frenchDate } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { EmptyState, Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'
import { UndoNotice } from '~/ui/undo-notice'
import { useActForm } from '~/ui/use-act-form'

export const meta = meetingTitle('Ordre du jour')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  return { ...(await agendaPage(ctx, meeting)), ready: await unlistedRemovals(ctx, meeting.id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  const { id } = await officerAccess(ctx, params.id)
  const form = await request.formData()
  if (form.get('intent') === 'list-removals')
    return formAction(form, z.object({}), async () => {
      await listOnAgenda(ctx, id)
      throw redirect(`/assemblees/${id}/ordre-du-jour`)
    })
  if (form.get('intent') === 'restore')
    return formAction(form, itemRestoreForm, async ({ removed, seal }) => {
      await restoreItem(ctx, { meetingId: id, removed, seal })
      throw redirect(`/assemblees/${id}/ordre-du-jour`)
    })
  if (form.has('intent'))
    return formAction(form, itemMoveForm, async (move) => {
      const removal = await moveItem(ctx, { meetingId: id, ...move })
      if (removal) return { removal }
      throw redirect(`/assemblees/${id}/ordre-du-jour`)
    })
  return formAction(form, itemForm, async (input) => {
    const { itemId } = await saveItem(ctx, { meetingId: id, itemId: null, ...input })
    throw redirect(`/assemblees/${id}/ordre-du-jour${input.kind === 'VOTE' ? `/${itemId}` : ''}`)
  })
}

export default function Agenda() {
  const { id, items, editable, second, ready, notVotable, telling } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const removal = answer && 'removal' in answer ? answer.removal : null
  const reply = answer && 'removal' in answer ? undefined : answer
  const [form, fields] = useActForm(itemForm, {
    lastResult: reply?.lastResult,
  })
  return (
    <>
      <Section
        title="Ordre du jour"
        wide
        margin={
          <ArticleChip rule="13.2-b">On ne vote que sur les questions qui figurent à l’ordre du jour.</ArticleChip>
        }
      >
        {telling && editable ? (
          <Notice tone="warning" title="La réunion est convoquée">
            <p>
              Ce que vous changez ici n’est connu des membres qu’une fois la correction envoyée, depuis la page
              Convocation.{' '}
              {telling.over
                ? `Depuis le ${frenchDate(telling.day)}, il est trop tard pour annoncer un texte à voter : ce que vous ajoutez ou changez peut être discuté, non voté.`
                : `Un texte annoncé au plus tard le ${frenchDate(telling.day)} peut encore être voté ; ensuite, il peut être discuté, non voté.`}
            </p>
          </Notice>
        ) : null}
        <NotVotableNotice resolutions={notVotable} />
        {second ? <Notice title="Une seconde session délibère sur le même ordre du jour que la première" /> : null}
        <RefusalPanel refusal={reply?.refusal} />
        {removal ? (
          <UndoNotice
            said={`Point retiré de l’ordre du jour : ${removal.title}`}
            fields={{ intent: 'restore', removed: removal.removed, seal: removal.seal }}
          />
        ) : null}
        <ReadyCases cases={ready} />
        {items.length > 0 ? (
          <AgendaList meetingId={id} items={items} editable={editable} />
        ) : (
          <EmptyState title="Aucun point pour l’instant">Ajoutez le premier point ci-dessous.</EmptyState>
        )}
        {items.length > 0 ? (
          <ButtonLink to={`/assemblees/${id}`} tone="secondary">
            Voir ce que les statuts demandent encore
          </ButtonLink>
        ) : null}
      </Section>
      {editable ? (
        <Section title="Ajouter un point">
          <Form
            method="post"
            key={items.length}
            id={form.id}
            onSubmit={form.onSubmit}
            noValidate={form.noValidate}
            className="space-y-5"
          >
            {reply?.refusal ? null : <ErrorSummary faults={faultsOf(form, fields)} />}
            <ItemFields fields={fields} />
            <FormActions>
              <SubmitButton pending="Ajout en cours">Ajouter ce point</SubmitButton>
            </FormActions>
          </Form>
        </Section>
      ) : null}
    </>
  )
}
