import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { categoryChoices } from '~/members/register/category-choices.server'
import { sheetOr404 } from '~/members/register/sheet/sheet-page.server'
import { citedReadmission, readmissionSchema } from '~/membership/admission/readmission.form'
import { readmitMember } from '~/membership/admission/readmit-member.server'
import { ReadmissionForm } from '~/membership/admission/ui/readmission-form'
import { entryOf, proposeOne } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { citedDeparture, departureSchema, DEPARTURES, type DepartureKind } from '~/membership/leaving/departure.form'
import { holdsOffice } from '~/membership/holds-office.server'
import { recordDeparture } from '~/membership/leaving/record-departure.server'
import { DepartureForm } from '~/membership/leaving/ui/departure-form'
import { poweredContext } from '~/offices/request.server'
import { ACCEPTED_FILES, ACCEPTED_HELP, readUpload } from '~/platform/documents.server'
import { formAction } from '~/platform/http/form-action.server'
import { documentUpload } from '~/platform/http/upload-form'
import { ArticleChip } from '~/ui/article-chip'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.left ? 'Retour' : 'Départ'} de ${data?.label ?? ''}` },
]

/** The cause as the address names it. */
const CAUSES: Record<string, DepartureKind> = { demission: 'RESIGNED', deces: 'DECEASED', fin: 'DISSOLVED' }

const causeKey = (kind: DepartureKind) => Object.entries(CAUSES).find(([, each]) => each === kind)?.[0] ?? ''

/** Whether the address asks for two signatures. */
const asksReprise = (request: Request) => new URL(request.url).searchParams.get('reprise') === 'oui'

export const handle = { form: documentUpload }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id, label, kind, membership, today } = await sheetOr404(ctx, params.id)
  const allowed: DepartureKind[] = ['RESIGNED', kind === 'BODY' ? 'DISSOLVED' : 'DECEASED']
  const asked = CAUSES[new URL(request.url).searchParams.get('cause') ?? '']
  const leaving = await entryOf(ctx, 'departure')
  return {
    id,
    label,
    cause: asked && allowed.includes(asked) ? asked : ('RESIGNED' as const),
    allowed,
    left: membership.leftOn !== null && membership.leftOn <= today,
    leavesOn: membership.leftOn,
    today,
    categories: await categoryChoices(ctx),
    entry: await entryOf(ctx, 'return'),
    leaving,
    cited: leaving.cited && (asksReprise(request) || (await holdsOffice(ctx, id))),
    files: { accept: ACCEPTED_FILES, help: ACCEPTED_HELP },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id, membership, today } = await sheetOr404(ctx, params.id)
  const form = await request.formData()
  const sheet = `/membres/${id}`
  if (membership.leftOn !== null && membership.leftOn <= today) {
    if ((await entryOf(ctx, 'return')).cited)
      return formAction(form, citedReadmission, async ({ category, on, ...citation }) =>
        proposeOne(ctx, { kind: 'return', memberId: id, category, on }, citation),
      )
    return formAction(form, readmissionSchema, async (readmission) => {
      await readmitMember(ctx, { ...readmission, memberId: id })
      return redirect(sheet)
    })
  }
  const file = form.get('file')
  form.delete('file')
  if (asksReprise(request) || (await holdsOffice(ctx, id))) {
    if ((await entryOf(ctx, 'departure')).cited)
      return formAction(form, citedDeparture, async ({ source, decidedOn, why, ...departure }) =>
        proposeOne(ctx, { kind: 'departure', memberId: id, departure }, { source, decidedOn, why }),
      )
  }
  return formAction(form, departureSchema, async (departure) => {
    const sent = file instanceof Blob && file.size > 0 ? await readUpload(file) : null
    await recordDeparture(ctx, { ...departure, memberId: id, file: sent })
    return redirect(sheet)
  })
}

export default function Departure() {
  const page = useLoaderData<typeof loader>()
  const { id, label, cause, allowed, left, leavesOn, today } = page
  const reply = useActionData<typeof action>()
  const back = `/membres/${id}`
  const crumbs = [
    { href: '/membres', label: 'Membres' },
    { href: back, label },
  ]
  if (left)
    return (
      <Page title="Enregistrer un retour" overline={label} breadcrumb={crumbs}>
        <Section
          margin={<ArticleChip rule="6.2-a">Les membres actifs sont admis par décision unanime du Bureau</ArticleChip>}
        >
          <EntryGate entry={page.entry} path={`${back}/depart`}>
            <ReadmissionForm
              reply={reply}
              today={today}
              back={back}
              cited={page.entry.cited}
              categories={page.categories}
            />
          </EntryGate>
        </Section>
      </Page>
    )
  if (leavesOn)
    return (
      <Page title="Départ déjà enregistré" overline={label} breadcrumb={crumbs}>
        <Section margin={<ArticleChip rule="6.4-a">Démission, dissolution, exclusion ou radiation</ArticleChip>}>
          <Notice title={`La qualité de membre prend fin le ${frenchDate(leavesOn)}`}>
            <p>Jusque-là, ce membre garde tous ses droits. Ce qui suit son départ se fera de soi-même ce jour-là.</p>
          </Notice>
        </Section>
      </Page>
    )
  return (
    <Page
      title="Enregistrer un départ"
      overline={label}
      breadcrumb={crumbs}
      lead="L’exclusion et la radiation suivent chacune leur procédure : elles ne s’enregistrent pas ici."
    >
      <Section margin={<ArticleChip rule="6.4-a">Démission, dissolution, exclusion ou radiation</ArticleChip>}>
        <nav aria-label="Cause du départ">
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {Object.entries(CAUSES)
              .filter(([, kind]) => allowed.includes(kind))
              .map(([key, kind]) => (
                <li key={key}>
                  <Link
                    to={`?cause=${key}`}
                    aria-current={kind === cause ? 'page' : undefined}
                    className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
                  >
                    {DEPARTURES[kind]}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
        {page.cited ? (
          <EntryGate entry={page.leaving} path={`${back}/depart?cause=${causeKey(cause)}&reprise=oui`}>
            <DepartureForm key={cause} kind={cause} reply={reply} today={today} back={back} files={null} />
          </EntryGate>
        ) : (
          <>
            <DepartureForm key={cause} kind={cause} reply={reply} today={today} back={back} files={page.files} />
            {page.leaving.cited && page.leaving.allowed ? (
              <p>
                <TextLink to={`?cause=${causeKey(cause)}&reprise=oui`}>
                  Un départ daté d’avant un vote de ce membre se propose en reprise
                </TextLink>
              </p>
            ) : null}
          </>
        )}
      </Section>
    </Page>
  )
}
