import { ArticleChip } from '~/ui/article-chip'
import { DefinitionList, type Definition } from '~/ui/definition-list'
import { frenchDate } from '~/ui/format'
import { Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import type { MemberSheet } from './member-sheet.query.server'

/** Only what is known; an empty line tells nothing. */
function Facts({ items }: { items: { term: string; value: string | null }[] }) {
  const known = items.flatMap(({ term, value }): Definition[] => (value ? [{ term, value }] : []))
  return known.length > 0 ? <DefinitionList items={known} /> : <p className="text-muted">Rien n’est enregistré.</p>
}

export function IdentitySection({ identity, kind, number }: Pick<MemberSheet, 'identity' | 'kind' | 'number'>) {
  const place = [identity.street, [identity.postcode, identity.town].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  return (
    <Section
      title={kind === 'BODY' ? 'Structure' : 'Personne'}
      margin={<ArticleChip rule="6-b">Établi dans le territoire des statuts</ArticleChip>}
    >
      <Facts
        items={[
          { term: 'Numéro de membre', value: String(number) },
          { term: 'Forme juridique', value: identity.legalForm },
          { term: 'Profession', value: identity.profession },
          { term: 'RPPS', value: identity.rpps },
          { term: 'FINESS', value: identity.finess },
          { term: 'SIRET', value: identity.siret },
          { term: 'RNA', value: identity.rna },
          { term: 'Date de naissance', value: identity.bornOn && frenchDate(identity.bornOn) },
          { term: 'Courriel', value: identity.email },
          { term: 'Téléphone', value: identity.phone },
          { term: 'Adresse', value: place },
        ]}
      />
    </Section>
  )
}

const REPRESENTATIVE_KINDS = { LEGAL: 'représentation légale', SUBSTITUTE: 'suppléance' } as const

export function RepresentativesSection({
  representatives,
  action,
}: Pick<MemberSheet, 'representatives'> & { action: React.ReactNode }) {
  const now = representatives.filter(({ state }) => state !== 'ended')
  return (
    <Section
      title="Représentants"
      margin={<ArticleChip rule="6.2-d">Représentant légal, ou personne munie d’un mandat décisionnel</ArticleChip>}
    >
      {now.length === 0 ? (
        <p>Personne ne peut voter pour cette structure tant qu’aucun représentant n’est nommé.</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {now.map((person) => (
            <li key={person.id} className="py-2">
              <p>
                <span className="font-semibold">{person.label}</span>, {person.quality}{' '}
                <StatusBadge>{REPRESENTATIVE_KINDS[person.kind]}</StatusBadge>
              </p>
              <p className="text-[0.9375rem] text-muted">
                {[
                  person.state === 'coming'
                    ? `à partir du ${frenchDate(person.from)}`
                    : `depuis le ${frenchDate(person.from)}`,
                  person.until ? `jusqu’au ${frenchDate(person.until)}` : null,
                  person.mandateOn ? `mandat décisionnel du ${frenchDate(person.mandateOn)}` : null,
                  person.email,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      {action}
    </Section>
  )
}

export function ConsentsSection({
  convocationConsentOn,
  registeredLetterConsentOn,
  action,
}: Pick<MemberSheet, 'convocationConsentOn' | 'registeredLetterConsentOn'> & { action: React.ReactNode }) {
  return (
    <Section title="Accords">
      <DefinitionList
        items={[
          {
            term: 'Convocation par courriel',
            value: convocationConsentOn
              ? `oui, depuis le ${frenchDate(convocationConsentOn)}`
              : 'non : les convocations partent par lettre',
          },
          {
            term: 'Recommandé électronique',
            value: registeredLetterConsentOn
              ? `oui, depuis le ${frenchDate(registeredLetterConsentOn)}`
              : 'non : les recommandés partent par la poste',
          },
        ]}
      />
      {action}
    </Section>
  )
}
