import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { DateField } from '~/ui/form'
import { frenchDate } from '~/ui/format'
import { StatusBadge } from '~/ui/status-badge'
import type { MemberSheet } from '../../register/sheet/member-sheet.query.server'

type Person = MemberSheet['representatives'][number]
type Props = { people: readonly Person[]; today: string; fault: { representativeId: string; message: string } | null }

const STATES = { current: 'en fonction', coming: 'à venir', ended: 'terminé' } as const

/** Everyone who speaks or spoke for a body, the end of each one's function at hand. */
export function RepresentativeList({ people, today, fault }: Props) {
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
          {person.state === 'ended' ? null : (
            <End person={person} today={today} message={fault?.representativeId === person.id ? fault.message : null} />
          )}
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

function End({ person, today, message }: { person: Person; today: string; message: string | null }) {
  return (
    <details open={message !== null}>
      <summary className="inline-flex min-h-11 items-center text-accent underline">Mettre fin à cette fonction</summary>
      <Form method="post" className="space-y-3 py-2">
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="representativeId" value={person.id} />
        <DateField
          name="until"
          id={`until-${person.id}`}
          label="Dernier jour"
          required
          defaultValue={today}
          errors={message ? [message] : undefined}
        />
        <SubmitButton tone="secondary" name="submit" value={person.id} pending="Enregistrement en cours">
          Enregistrer la fin
        </SubmitButton>
      </Form>
    </details>
  )
}
