import { ArticleChip } from '~/ui/article-chip'
import { DefinitionList } from '~/ui/definition-list'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import type { ReprisePage } from '../reprise-page.query.server'

/** What a reprise enters, from which act, and who signs. */
export function RepriseFacts({ page }: { page: ReprisePage }) {
  const { facts, rules, erased, trials, papers } = page
  return (
    <>
      <Section
        title="Ce qui est enregistré"
        margin={rules.map((rule) => (
          <ArticleChip key={rule} rule={rule} />
        ))}
      >
        {erased ? <p className="text-muted">Ces données ont été effacées ; l’acte et les signatures restent.</p> : null}
        {facts.map(({ sentence, details }) => (
          <div key={sentence} className="space-y-3">
            <p className="font-semibold">{sentence}</p>
            {details.length > 0 ? <DefinitionList items={details} /> : null}
          </div>
        ))}
        {trials.map((trial) => (
          <p key={trial}>
            <TextLink to={trial}>Lire le fichier ligne par ligne</TextLink>
          </p>
        ))}
        {papers.map((paper) => (
          <p key={paper}>
            <TextLink to={paper} reload>
              Lire le texte (PDF)
            </TextLink>
          </p>
        ))}
      </Section>
      <Section title="D’où cela vient">
        <DefinitionList
          items={[
            { term: 'Acte cité', value: `${page.source}, du ${frenchDate(page.decidedOn)}` },
            { term: 'Hors du logiciel', value: page.reason },
            { term: 'Proposée par', value: `${page.proposer}, le ${frenchDate(page.proposedOn)}` },
            ...(page.signer && page.closedOn
              ? [{ term: 'Signée par', value: `${page.signer}, le ${frenchDate(page.closedOn)}` }]
              : []),
            ...(page.refusal ? [{ term: 'Refusée', value: page.refusal }] : []),
          ]}
        />
      </Section>
    </>
  )
}
