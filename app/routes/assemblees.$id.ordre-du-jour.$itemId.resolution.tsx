import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { officerAccess } from '~/meetings/access.server'
import { resolutionPage } from '~/meetings/agenda/resolution-page.query.server'
import { resolutionForm } from '~/meetings/agenda/resolution.form'
import { saveResolution } from '~/meetings/agenda/save-resolution.server'
import { EffectFields } from '~/meetings/agenda/ui/effect-fields'
import { meetingTitle } from '~/meetings/meeting-title'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { Button, SubmitButton } from '~/ui/button'
import { CheckboxField, ErrorSummary, FormActions, TextArea, TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta = meetingTitle('Résolution')

const search = (request: Request, key: string) => new URL(request.url).searchParams.get(key)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  const meeting = await officerAccess(ctx, params.id)
  return resolutionPage(ctx, meeting, {
    itemId: params.itemId ?? '',
    resolutionId: search(request, 'r'),
    effect: search(request, 'effet'),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'meetings.prepare')
  const { id: meetingId } = await officerAccess(ctx, params.id)
  const resolutionId = search(request, 'r')
  const itemId = params.itemId ?? ''
  const form = await request.formData()
  const back = `/assemblees/${meetingId}/ordre-du-jour/${itemId}`
  return formAction(form, resolutionForm, async (resolution) => {
    await saveResolution(ctx, { meetingId, itemId, resolutionId, resolution })
    throw redirect(back)
  })
}

export default function ResolutionPage() {
  const { id, item, resolutionId, number, kind, fromFile, choices, fields, fieldValues, unanimity, values } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form] = useForm({ id: `resolution-${kind}`, lastResult: reply?.lastResult })
  const typed = reply?.lastResult.initialValue
  const errors: Record<string, string[]> = Object.fromEntries(
    Object.entries(form.allErrors).map(([name, found]) => [name, found ?? []]),
  )
  const kept = (name: 'title' | 'text') => (typeof typed?.[name] === 'string' ? typed[name] : values[name])
  const faults = Object.entries(errors).flatMap(([name, found]) =>
    found.map((message) => ({ id: name || undefined, message })),
  )
  const query = (effect: string) => `?${resolutionId ? `r=${resolutionId}&` : ''}effet=${effect}`
  return (
    <>
      <p className="mt-6">
        <TextLink to={`/assemblees/${id}/ordre-du-jour/${item.id}`}>Revenir au point « {item.title} »</TextLink>
      </p>
      <Section
        title="Ce que fait la résolution"
        margin={<ArticleChip rule="13.2-b">Chaque décision appartient à une instance.</ArticleChip>}
      >
        <p>Une fois adoptée, elle s’applique d’elle-même ; personne ne la saisit une seconde fois.</p>
        {fromFile === null ? null : <p className="font-semibold">{fromFile}</p>}
        <ul className="space-y-1">
          {choices.map(({ value, label, lawful, reasons }) => (
            <li key={value} className="flex flex-wrap items-baseline gap-x-2">
              {lawful ? (
                <Link
                  to={query(value)}
                  aria-current={value === kind ? 'true' : undefined}
                  preventScrollReset
                  className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
                >
                  {label}
                  {value === kind ? ' (choisi)' : ''}
                </Link>
              ) : (
                <span className="inline-flex min-h-11 items-center text-muted">{label}</span>
              )}
              {reasons[0] ? <ArticleChip rule={reasons[0].rule} reasons={reasons} /> : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={number === null ? 'Nouvelle résolution' : `Résolution ${number}`}>
        <Form method="post" key={kind} id={form.id} onSubmit={form.onSubmit} noValidate className="space-y-5">
          {reply?.refusal ? <RefusalPanel refusal={reply.refusal} /> : <ErrorSummary faults={faults} />}
          <input type="hidden" name="effect" value={kind} />
          <TextField
            name="title"
            id="title"
            errors={errors.title}
            defaultValue={kept('title')}
            required
            label="Titre"
            help="Par exemple : Approbation des comptes 2026"
          />
          <TextArea
            name="text"
            id="text"
            errors={errors.text}
            defaultValue={kept('text')}
            required
            rows={6}
            label="Texte soumis au vote"
            help="Une phrase complète, telle qu’elle figurera au procès-verbal : « L’assemblée approuve… »"
          />
          <EffectFields fields={fields} values={{ ...fieldValues, ...typedFields(typed) }} errors={errors} />
          {unanimity ? (
            <p>
              Vote par appel, à l’unanimité des fondateurs présents ou représentés. <ArticleChip rule="6.1-c" />
            </p>
          ) : (
            <CheckboxField
              name="secret"
              id="secret"
              label="Vote secret"
              help="À réserver aux décisions sur une personne, ou quand l’assemblée le demande."
              defaultChecked={values.secret === 'on'}
            />
          )}
          <FormActions>
            <SubmitButton pending="Enregistrement en cours">Enregistrer la résolution</SubmitButton>
            {resolutionId ? (
              <Button type="submit" form="remove-resolution" tone="secondary" name="intent" value="remove">
                Retirer cette résolution
              </Button>
            ) : null}
          </FormActions>
        </Form>
        {resolutionId ? (
          <Form method="post" id="remove-resolution" action={`/assemblees/${id}/ordre-du-jour/${item.id}`}>
            <input type="hidden" name="resolutionId" value={resolutionId} />
          </Form>
        ) : null}
      </Section>
    </>
  )
}

/** What was typed in the fields of the effect, when the form comes back: « amounts.founder » is one of several. */
function typedFields(typed: Record<string, unknown> | null | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed ?? {}).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[name, value]]
        : typeof value === 'object' && value !== null
          ? Object.entries(value).map(([key, each]) => [`${name}.${key}`, String(each)])
          : [],
    ),
  )
}
