import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addRepresentative } from '~/membership/representatives/add-representative.server'
import { endRepresentative } from '~/membership/representatives/end-representative.server'
import {
  citedEnd,
  citedRepresentative,
  endSchema,
  representativeSchema,
} from '~/members/representatives/representative.form'
import { sheetOr404 } from '~/members/register/sheet/sheet-page.server'
import { RepresentativeForm } from '~/members/representatives/ui/representative-form'
import { RepresentativeList } from '~/members/representatives/ui/representative-list'
import { holdsOffice } from '~/membership/holds-office.server'
import { entryOf, proposeOne } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import type { Context } from '~/platform/context'
import { ArticleChip } from '~/ui/article-chip'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Représentants de ${data?.label ?? ''}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id, kind, label, representatives, today } = await sheetOr404(ctx, params.id)
  if (kind === 'PERSON') throw data(null, { status: 404 })
  const { entry, cited, endsCited } = await entryFor(ctx, request, id)
  const people = representatives.map((person) => ({ ...person, cited: endsCited(person.kind) }))
  return { id, label, people, today, entry, cited }
}

/**
 * `cited`: a legal representative is named by a reprise, because the body holds an office or the address asks for two signatures;
 * `endsCited`: so does the function of a representative of that kind end.
 */
async function entryFor(ctx: Context, request: Request, memberId: string) {
  const entry = await entryOf(ctx, 'representative')
  const asked = new URL(request.url).searchParams.get('reprise') === 'oui'
  const cited = entry.cited && (asked || (await holdsOffice(ctx, memberId)))
  return { entry, cited, endsCited: (kind: string | undefined) => cited && (asked || kind === 'LEGAL') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id, representatives } = await sheetOr404(ctx, params.id)
  const { cited, endsCited } = await entryFor(ctx, request, id)
  const form = await request.formData()
  const back = `/membres/${id}/representants`
  if (form.get('intent') === 'end')
    return endsCited(representatives.find((person) => person.id === form.get('representativeId'))?.kind)
      ? formAction(form, citedEnd, async ({ representativeId, until, ...citation }) =>
          proposeOne(ctx, { kind: 'representative-end', memberId: id, representativeId, until }, citation),
        )
      : formAction(form, endSchema, async (end) => {
          await endRepresentative(ctx, { ...end, memberId: id })
          return redirect(back)
        })
  if (cited && form.get('kind') === 'LEGAL')
    return formAction(form, citedRepresentative, async ({ source, decidedOn, why, ...representative }) =>
      proposeOne(ctx, { kind: 'representative', memberId: id, representative }, { source, decidedOn, why }),
    )
  return formAction(form, representativeSchema, async (person) => {
    await addRepresentative(ctx, { ...person, memberId: id })
    return redirect(back)
  })
}

export default function Representatives() {
  const { id, label, people, today, entry, cited } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const typed = reply?.lastResult.initialValue
  const back = `/membres/${id}`
  const path = `${back}/representants`
  const crumbs = [
    { href: '/membres', label: 'Membres' },
    { href: back, label },
  ]
  const hasLegal = people.some(({ kind, state }) => kind === 'LEGAL' && state !== 'ended')
  const form = { today, hasLegal, key: people.length }
  return (
    <Page title="Représentants" overline={label} breadcrumb={crumbs}>
      <Section
        margin={
          <ArticleChip rule="6.2-d">
            Le représentant légal vote ; en son absence, une personne munie d’un mandat décisionnel
          </ArticleChip>
        }
      >
        <RepresentativeList people={people} today={today} reply={reply} />
      </Section>
      {cited ? (
        <>
          <Section title="Nommer le représentant légal">
            <EntryGate entry={entry} path={`${path}?reprise=oui`}>
              <RepresentativeForm {...form} only="LEGAL" reply={typed?.kind === 'LEGAL' ? reply : undefined} />
            </EntryGate>
          </Section>
          <Section title="Nommer une suppléance">
            <RepresentativeForm {...form} only="SUBSTITUTE" reply={typed?.kind === 'SUBSTITUTE' ? reply : undefined} />
          </Section>
        </>
      ) : (
        <Section title="Nommer un représentant">
          <RepresentativeForm {...form} reply={typed?.intent === 'end' ? undefined : reply} />
          {entry.cited && entry.allowed ? (
            <p>
              <TextLink to="?reprise=oui">Une date d’avant un vote de cette structure se propose en reprise</TextLink>
            </p>
          ) : null}
        </Section>
      )}
    </Page>
  )
}
