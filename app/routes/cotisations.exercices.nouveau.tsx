import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { statutesInForce } from '~/association/in-force.server'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { boardYears } from '~/dues/board/periods.query.server'
import { LATE_JOINERS, LATE_JOINER_WORDS } from '~/dues/board/period-words'
import { citedTakeOver, takeOverForm } from '~/dues/take-over-period.form'
import { takeOverPeriod } from '~/dues/take-over-period.server'
import { CitationFields } from '~/members/register/ui/citation-fields'
import { entryOf, proposeOne } from '~/membership/reprises/entry.server'
import { EntryGate } from '~/membership/reprises/ui/entry-gate'
import { poweredContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FormActions, MoneyField, SelectField, TextField } from '~/ui/form'
import { Page, Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta: MetaFunction = () => [{ title: 'Reprendre un exercice' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(ctx.db, today)
  const paying = Object.entries(statutes.categories).filter(([, { paysDues }]) => paysDues)
  const thisYear = today.slice(0, 4)
  const kept = (await boardYears(ctx)).some(({ year }) => String(year) === thisYear)
  const categories = paying.map(([key, { label }]) => ({ key, label }))
  return { year: kept ? '' : thisYear, categories, entry: await entryOf(ctx, 'dues') }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const form = await request.formData()
  if ((await entryOf(ctx, 'dues')).cited)
    return formAction(form, citedTakeOver, async ({ source, why, ...dues }) =>
      proposeOne(ctx, { kind: 'dues', dues }, { source, decidedOn: dues.decidedOn, why }),
    )
  return formAction(form, takeOverForm, async (input) => {
    await takeOverPeriod(ctx, input)
    return redirect(`/cotisations/exercices/${input.year}`)
  })
}

export default function TakeOverPeriod() {
  const { year, categories, entry } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm<z.input<typeof citedTakeOver>>({
    id: 'reprise',
    lastResult: reply?.lastResult,
    defaultValue: { year, dueOn: year && `${year}-03-31`, lateJoiners: 'FULL' },
  })
  const amounts = fields.amounts.getFieldset()
  const categoryFields = Object.fromEntries(
    categories.map(({ key }) => [`amounts.${key}`, amounts[key] ?? fields.amounts]),
  )
  return (
    <Page
      title="Reprendre un exercice déjà voté"
      breadcrumb={[DUES_CRUMB, { href: '/cotisations/exercices', label: 'Exercices' }]}
      lead="Pour une cotisation fixée par une assemblée tenue avant que ses décisions soient prises ici. Les suivantes s’appliquent d’elles-mêmes."
    >
      <Section margin={<ArticleChip rule="13.2-b">Seule l’assemblée ordinaire fixe la cotisation</ArticleChip>}>
        <EntryGate entry={entry} path="/cotisations/exercices/nouveau">
          <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
            {reply?.refusal && reply.refusal.reasons.length > 0 ? (
              <RefusalPanel refusal={reply.refusal} />
            ) : (
              <ErrorSummary faults={faultsOf(form, { ...fields, ...categoryFields })} />
            )}
            {entry.cited ? <CitationFields fields={fields} dated /> : null}
            <TextField {...bind(fields.year)} label="Année de la cotisation" inputMode="numeric" width="short" />
            <DateField {...bind(fields.decidedOn)} label="Date de l’assemblée qui l’a fixée" />
            <TextField {...bind(fields.resolution)} label="Résolution" help="Par exemple : résolution 4" />
            <DateField {...bind(fields.dueOn)} label="Date à laquelle la cotisation est due" />
            {categories.map(({ key, label }) => {
              const field = amounts[key]
              return field ? (
                <MoneyField key={key} {...bind(field)} label={`Cotisation d’un ${label.replace(/'/g, '’')}`} />
              ) : null
            })}
            <SelectField
              {...bind(fields.lateJoiners)}
              label="Ce que doit un membre admis en cours d’année"
              choices={LATE_JOINERS.map((value) => ({ value, label: LATE_JOINER_WORDS[value] }))}
            />
            <FormActions>
              <SubmitButton pending="Ouverture en cours">
                {entry.cited ? 'Proposer cette reprise' : 'Ouvrir les cotisations de cette année'}
              </SubmitButton>
            </FormActions>
          </Form>
        </EntryGate>
      </Section>
    </Page>
  )
}
