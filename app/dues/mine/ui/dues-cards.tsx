import { ArticleChip } from '~/ui/article-chip'
import { euros, frenchDate } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Money } from '~/ui/money'
import { StatusBadge } from '~/ui/status-badge'
import type { MyDuesLine } from '../my-dues.query.server'

/** One year's dues: what is owed, by when, with which words on the transfer, and the one thing to do. */
export function OwedCard({ dues, onLine }: { dues: MyDuesLine; onLine: boolean }) {
  const { year, lackingCents, amountCents, dueOn, late, reference, underWay } = dues
  return (
    <article className="max-w-[46rem] space-y-2 border border-rule border-t-4 border-t-turn-mark bg-surface p-5">
      <h3 className="text-[1.3125rem]">
        Cotisation {year}&nbsp;: <Money cents={lackingCents} /> à régler
      </h3>
      <p className="flex flex-wrap items-baseline gap-x-3">
        {late ? <StatusBadge tone="warning">échéance passée</StatusBadge> : null}
        <span>
          {late ? 'Elle était à régler' : 'À régler'} au plus tard le {frenchDate(dueOn)}.{' '}
          <ArticleChip rule="6.4-b">Ce qui suit une cotisation impayée</ArticleChip>
        </span>
      </p>
      {lackingCents < amountCents ? (
        <p>
          {euros(amountCents - lackingCents)} déjà reçus sur {euros(amountCents)}.
        </p>
      ) : null}
      <p>
        Référence à rappeler&nbsp;: <strong className="tabular-nums">{reference}</strong>
      </p>
      {underWay ? (
        <p>
          <StatusBadge>prélèvement en cours</StatusBadge> Il n’y a rien à faire&nbsp;: la banque met quelques jours.
        </p>
      ) : onLine ? (
        <p className="pt-1">
          <ButtonLink to={`/mes-cotisations/payer?cotisation=${dues.id}`}>Payer par carte ou prélèvement</ButtonLink>
        </p>
      ) : null}
    </article>
  )
}

/** Years that are settled, with their papers. */
export function SettledYears({ dues, memberId }: { dues: readonly MyDuesLine[]; memberId: string }) {
  return (
    <ul className="max-w-[46rem] border-t border-rule">
      {dues.map(({ id, year, amountCents, settledOn, receipts }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2">
          <span>
            <span className="font-semibold">{year}</span>{' '}
            <span className="text-muted">
              {amountCents === 0 ? 'rien à régler' : `${euros(amountCents)}, réglée`}
              {settledOn && amountCents > 0 ? ` le ${frenchDate(settledOn)}` : ''}
            </span>
          </span>
          <span className="flex flex-wrap gap-x-4">
            {receipts.map((receipt) => (
              <TextLink key={receipt.id} to={`/recus/${receipt.id}.pdf`} reload>
                Reçu n° {receipt.number} (PDF)
              </TextLink>
            ))}
            <TextLink to={`/attestations/${memberId}/${year}.pdf`} reload>
              Attestation<span className="sr-only"> {year}</span> (PDF)
            </TextLink>
          </span>
        </li>
      ))}
    </ul>
  )
}
