import { ArticleChip } from '~/ui/article-chip'
import { DefinitionList } from '~/ui/definition-list'
import { frenchDate } from '~/ui/format'
import { Money } from '~/ui/money'
import { Section } from '~/ui/page'
import type { MemberSheet } from './member-sheet.query.server'

type OfficesProps = Pick<MemberSheet, 'mandates'> & { officeLabel: (office: string) => string }

/** Seats held in the Bureau, past ones included; nothing when there never was one. */
export function OfficesSection({ mandates, officeLabel }: OfficesProps) {
  if (mandates.length === 0) return null
  return (
    <Section
      title="Fonctions au Bureau"
      margin={<ArticleChip rule="8.1-a">Élues par l’assemblée ordinaire</ArticleChip>}
    >
      <DefinitionList
        items={mandates.map(({ id, office, from, termEnd, endedOn, source }) => ({
          term: officeLabel(office),
          value: (
            <span key={id}>
              {endedOn
                ? `du ${frenchDate(from)} au ${frenchDate(endedOn)}`
                : `depuis le ${frenchDate(from)}, jusqu’au ${frenchDate(termEnd)}`}
              <span className="block text-[0.9375rem] text-muted">{source}</span>
            </span>
          ),
        }))}
      />
    </Section>
  )
}

/** What is owed year by year, or why nothing is. */
export function DuesSection({
  dues,
  paysDues,
  categoryLabel,
}: Pick<MemberSheet, 'dues' | 'paysDues' | 'categoryLabel'>) {
  if (dues.length === 0 && paysDues) return null
  return (
    <Section title="Cotisations" margin={<ArticleChip rule="13.2-b">Fixées par l’assemblée ordinaire</ArticleChip>}>
      {dues.length === 0 ? (
        <p>En qualité de {categoryLabel}, aucune cotisation n’est due.</p>
      ) : (
        <DefinitionList
          items={dues.map(({ year, dueOn, amountCents, settledOn }) => ({
            term: String(year),
            value: (
              <>
                <Money cents={amountCents} />,{' '}
                {settledOn ? `réglée le ${frenchDate(settledOn)}` : `à régler pour le ${frenchDate(dueOn)}`}
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}
