import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officerAccess } from '~/meetings/access.server'
import { itemForm, itemRestoreForm, resolutionRemoveForm } from '~/meetings/agenda/agenda.form'
import { agendaPage } from '~/meetings/agenda/agenda.query.server'
import { removeResolution } from '~/meetings/agenda/remove-resolution.server'
import { restoreResolution } from '~/meetings/agenda/restore-resolution.server'
import { saveItem } from '~/meetings/agenda/save-item.server'
import { ResolutionText } from '~/meetings/agenda/ui/agenda-list'
import { ItemFields } from '~/meetings/agenda/ui/item-fields'
import { meetingTitle } from '~/meetings/meeting-title'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { FormActions } from '~/ui/form'
import { ButtonLink, TextLink } from '~/ui/link'
import { EmptyState } from '~/ui/notice'
import { Section } from '~/ui/page'
import { UndoNotice } from '~/ui/undo-notice'
import { RefusalPanel } from '~/ui/ruling-panel'
import { useActForm } from '~/ui/use-act-form'

export const meta = meetingTitle('Point de l’ordre du jour')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  const { id, items, editable } = await agendaPage(ctx, await officerAccess(ctx, params.id))
  const item = items.find((one) => one.id === params.itemId)
  if (!item) throw data(null, { status: 404 })
  return { id, item, editable }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  const { id } = await officerAccess(ctx, params.id)
  const form = await request.formData()
  const here = `/assemblees/${id}/ordre-du-jour/${params.itemId ?? ''}`
  if (form.get('intent') === 'remove')
    return formAction(form, resolutionRemoveForm, async ({ resolutionId }) => {
      const removal = await removeResolution(ctx, { meetingId: id, resolutionId })
      if (removal) return { removal }
      throw redirect(here)
    })
  if (form.get('intent') === 'restore')
    return formAction(form, itemRestoreForm, async ({ removed, seal }) => {
      await restoreResolution(ctx, { meetingId: id, removed, seal })
      throw redirect(here)
    })
  return formAction(form, itemForm, async (input) => {
    await saveItem(ctx, { meetingId: id, itemId: params.itemId ?? '', ...input })
    throw redirect(`/assemblees/${id}/ordre-du-jour`)
  })
}

export default function AgendaItemPage() {
  const { id, item, editable } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const removal = answer && 'removal' in answer ? answer.removal : null
  const reply = answer && 'removal' in answer ? undefined : answer
  const [form, fields] = useActForm(itemForm, {
    lastResult: reply?.lastResult,
    defaultValue: { title: item.title, kind: item.kind, notes: item.notes },
  })
  const here = `/assemblees/${id}/ordre-du-jour/${item.id}`
  return (
    <>
      <p className="mt-6">
        <TextLink to={`/assemblees/${id}/ordre-du-jour`}>Revenir à l’ordre du jour</TextLink>
      </p>
      {removal ? (
        <UndoNotice
          said={`Résolution retirée : ${removal.title}`}
          fields={{ intent: 'restore', removed: removal.removed, seal: removal.seal }}
        />
      ) : null}
      {editable ? null : <RefusalPanel refusal={reply?.refusal} />}
      {item.kind === 'VOTE' ? (
        <Section title={`Résolutions du point ${item.position}`}>
          {item.resolutions.map((resolution) => (
            <ResolutionText key={resolution.id} resolution={resolution}>
              {editable && resolution.pending ? (
                <TextLink to={`${here}/resolution?r=${resolution.id}`}>Modifier ou retirer</TextLink>
              ) : null}
            </ResolutionText>
          ))}
          {item.resolutions.length === 0 ? (
            <EmptyState title="Aucune résolution">Écrivez le texte exact sur lequel les membres voteront.</EmptyState>
          ) : null}
          {editable ? <ButtonLink to={`${here}/resolution`}>Ajouter une résolution</ButtonLink> : null}
        </Section>
      ) : null}
      {editable ? (
        <Section title={`Point ${item.position}`}>
          <ActForm form={form} fields={fields} reply={reply}>
            <ItemFields fields={fields} />
            <FormActions>
              <SubmitButton pending="Enregistrement en cours">Enregistrer le point</SubmitButton>
              <TextLink to={`/assemblees/${id}/documents?point=${item.id}`}>Joindre un document</TextLink>
            </FormActions>
          </ActForm>
        </Section>
      ) : null}
    </>
  )
}
