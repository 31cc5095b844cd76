import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { euros, shortDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Money } from '~/ui/money'
import { StatusBadge, type BadgeTone } from '~/ui/status-badge'
import type { ShownLine } from '../bank-page.query.server'

/** Credits of the statement, each with what it most likely pays and what to do. */
export function BankLines({ lines, back }: { lines: readonly ShownLine[]; back?: string }) {
  return (
    <ul aria-label="Lignes du relevé" className="max-w-[52rem] border-t border-rule">
      {lines.map((line) => (
        <li key={line.id} className="space-y-2 border-b border-rule py-4">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 break-words">
              <span className="tabular-nums text-muted">{shortDate(line.on)}</span> {line.label}
            </span>
            <strong>
              <Money cents={line.amountCents} />
            </strong>
          </p>
          {line.proposal ? (
            <ProposalWords proposal={line.proposal} />
          ) : (
            <p className="text-muted">Aucune cotisation reconnue.</p>
          )}
          <LineActions line={line} back={back} />
        </li>
      ))}
    </ul>
  )
}

type Proposal = NonNullable<ShownLine['proposal']>

const GRADES = {
  sure: { tone: 'success', label: 'sûr' },
  likely: { tone: 'turn', label: 'à vérifier' },
  twice: { tone: 'warning', label: 'déjà réglé' },
} satisfies Record<Proposal['grade'], { tone: BadgeTone; label: string }>

export function ProposalWords({ proposal }: { proposal: Proposal }) {
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <StatusBadge tone={GRADES[proposal.grade].tone}>{GRADES[proposal.grade].label}</StatusBadge>
        <span className="text-muted">{proposal.why}</span>
      </p>
      <ul>
        {proposal.parts.map(({ duesId, label, year, reference, cents }) => (
          <li key={duesId}>
            {label}, cotisation {year} ({reference})&nbsp;: {cents > 0 ? euros(cents) : 'déjà réglée'}
          </li>
        ))}
      </ul>
      {proposal.leftCents > 0 ? <p>{euros(proposal.leftCents)} resteront à employer.</p> : null}
    </div>
  )
}

/** Money that came twice pays no dues: it is kept as a payment, to give back or to use otherwise. */
export const acceptWords = ({ grade }: Proposal): string =>
  grade === 'twice' ? 'Enregistrer ce double paiement' : 'Accepter'

/** Posts to the page of the line, which says what happened when it is refused. */
export function LineActions({ line, back }: { line: ShownLine; back?: string }) {
  const page = `/cotisations/releves/lignes/${line.id}`
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      {line.proposal ? (
        <Form method="post" action={page}>
          <input type="hidden" name="expected" value={line.proposal.expected} />
          {back ? <input type="hidden" name="back" value={back} /> : null}
          <SubmitButton
            tone="secondary"
            name="act"
            value="accept"
            pending="Enregistrement"
            aria-label={`${acceptWords(line.proposal)} : ${line.label}`}
          >
            {acceptWords(line.proposal)}
          </SubmitButton>
        </Form>
      ) : null}
      <TextLink to={`/cotisations/paiements/nouveau?ligne=${line.id}`}>
        {line.proposal ? 'Choisir autrement' : 'Choisir la cotisation'}
        <span className="sr-only"> : {line.label}</span>
      </TextLink>
      <TextLink to={page}>
        Mettre de côté<span className="sr-only"> : {line.label}</span>
      </TextLink>
    </div>
  )
}
