import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { memberRooms } from '~/members/register/member-rooms'
import { registerOn, type RegisterLine } from '~/members/register/register.query.server'
import { MemberTabs } from '~/members/register/ui/member-tabs'
import { poweredContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { recordAccess } from '~/platform/data-access.server'
import { isCivilDate } from '~/statutes/civil-date'
import { plainCount, pluralLabel } from '~/statutes/french'
import { ArticleChip } from '~/ui/article-chip'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { DateField } from '~/ui/form'
import { frenchDate, list, plural, shortDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { DataTable, type Column } from '~/ui/table'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Registre des membres au ${frenchDate(data.date)}` : 'Registre des membres' },
]

/** Who was a member on a past day; today when the address names no day, or one to come. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.read')
  const asked = new URL(request.url).searchParams.get('date') ?? ''
  const today = parisDate(ctx.now)
  const date = isCivilDate(asked) && asked < today ? asked : today
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'register', details: { date } })
  return { today, rooms: memberRooms(ctx.actor), ...(await registerOn(ctx, date)) }
}

const columns: Column<RegisterLine>[] = [
  { key: 'name', header: 'Nom', cell: ({ label }) => label },
  {
    key: 'category',
    header: 'Catégorie',
    cell: ({ categoryLabel, suspended }) => (suspended ? `${categoryLabel}, suspendu` : categoryLabel),
  },
  { key: 'profession', header: 'Profession', cell: ({ profession }) => profession ?? '' },
  { key: 'town', header: 'Commune', cell: ({ town }) => town ?? '' },
  { key: 'admitted', header: 'Admis le', cell: ({ admittedOn }) => shortDate(admittedOn) },
  { key: 'number', header: 'N°', cell: ({ number }) => number, numeric: true },
]

/** « 4 membres fondateurs ». */
const inWords = ({ label, count }: { label: string; count: number }) => plainCount(count, label, pluralLabel(label))

export default function Register() {
  const { date, lines, counts, today, rooms } = useLoaderData<typeof loader>()
  return (
    <Page
      title={`Registre des membres au ${frenchDate(date)}`}
      breadcrumb={[{ href: '/membres', label: 'Membres' }]}
      lead="Les catégories et les dates sont celles de ce jour-là ; les noms, professions et communes, ceux d’aujourd’hui."
    >
      <MemberTabs rooms={rooms} />
      <Section wide margin={<ArticleChip rule="6-a">Catégories de membres</ArticleChip>}>
        <Form method="get" className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <DateField name="date" id="date" label="Au" defaultValue={date} max={today} required />
          <Button type="submit">Afficher</Button>
        </Form>
        <p data-count>
          <strong>{plural(lines.length, 'membre')}</strong>
          {counts.length > 0 ? `, dont ${list(counts.map(inWords))}` : ''}
        </p>
        {lines.length > 0 ? (
          <DataTable
            caption={`Membres au ${frenchDate(date)}`}
            captionHidden
            columns={columns}
            rows={lines}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/membres/${id}`}
          />
        ) : (
          <EmptyState title="Aucun membre ce jour-là">La première admission enregistrée est plus récente.</EmptyState>
        )}
      </Section>
    </Page>
  )
}
