import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField } from '~/ui/form'
import { frenchDate } from '~/ui/format'
import { StatusBadge } from '~/ui/status-badge'
import { CitationFields } from '../../register/ui/citation-fields'
import { citedEnd, endSchema } from '../representative.form'
import type { MemberSheet } from '../../register/sheet/member-sheet.query.server'

/** `cited`: the end of the function is proposed as a reprise */
type Person = MemberSheet['representatives'][number] & { cited: boolean }
type Props = {
  people: readonly Person[]
  today: string
  reply: FormReply | undefined
}

const STATES = { current: 'en fonction', coming: 'à venir', ended: 'terminé' } as const

/** Everyone who speaks or spoke for a body, the end of each one's function at hand. */
export function RepresentativeList({ people, ...end }: Props) {
  if (people.length === 0) return <p>Aucun représentant n’est nommé : personne ne peut voter pour cette structure.</p>
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {people.map((person) => (
        <li key={person.id} className="space-y-2 py-3">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold">{person.label}</span>
            <span>{person.quality}</span>
            <StatusBadge tone={person.state === 'current' ? 'success' : 'neutral'}>{STATES[person.state]}</StatusBadge>
          </p>
          <p className="text-[0.9375rem] text-muted">{details(person)}</p>
          {person.state === 'ended' ? null : <End person={person} {...end} />}
        </li>
      ))}
    </ul>
  )
}

function details({ kind, from, until, mandateOn, email }: Person): string {
  const title =
    kind === 'LEGAL' ? 'représentation légale' : `suppléance, mandat décisionnel du ${frenchDate(mandateOn ?? from)}`
  return [title, until ? `du ${frenchDate(from)} au ${frenchDate(until)}` : `depuis le ${frenchDate(from)}`, email]
    .filter(Boolean)
    .join(', ')
}

function End({ person, today, reply }: Omit<Props, 'people'> & { person: Person }) {
  const own = reply?.lastResult.initialValue?.representativeId === person.id ? reply : undefined
  const [form, fields] = useForm<z.input<typeof citedEnd>, z.output<typeof endSchema>>({
    id: `fin-${person.id}`,
    lastResult: own?.lastResult,
    defaultValue: { representativeId: person.id, until: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: person.cited ? citedEnd : endSchema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <details open={own !== undefined}>
      <summary className="inline-flex min-h-11 items-center text-accent underline">Mettre fin à cette fonction</summary>
      <div className="py-2">
        <ActForm form={form} fields={fields} intent="end" reply={own}>
          <input type="hidden" name="representativeId" value={person.id} />
          {person.cited ? <CitationFields fields={fields} /> : null}
          <DateField {...bind(fields.until)} label="Dernier jour" required />
          <SubmitButton tone="secondary" name="submit" value={person.id} pending="Enregistrement en cours">
            {person.cited ? 'Proposer cette reprise' : 'Enregistrer la fin'}
          </SubmitButton>
        </ActForm>
      </div>
    </details>
  )
}
