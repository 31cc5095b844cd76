import { capital } from '~/statutes/french'
import { ArticleChip } from '~/ui/article-chip'
import { DefinitionList } from '~/ui/definition-list'
import { frenchDate } from '~/ui/format'
import { Section } from '~/ui/page'
import { Timeline } from '~/ui/timeline'
import { CASE_RULES, STATE_WORDS } from '../case-file'
import type { CasePage } from '../case-page.query.server'

const RECUSED =
  'Ces personnes ne voient plus le dossier. À l’assemblée, elles gardent leur voix de membre, qu’aucune clause ne leur retire ; elle n’y est jamais prépondérante.'

/** What the article says of each kind, in a few words. */
const KIND_WORDS: Record<CasePage['kind'], (days: number) => string> = {
  EXCLUSION: (days) => `Exclusion pour motif grave, après ${days} jours au moins pour se défendre`,
  SUSPENSION: (days) => `Suspension pour un temps, après ${days} jours au moins pour se défendre`,
  FOUNDER_LOSS: () => 'Perte de la qualité de fondateur, décidée par l’assemblée',
}

/** What is held against the member: dated facts, the rule, the sanction envisaged, who decides. */
export function FileSection(page: CasePage) {
  return (
    <Section
      title="Ce qui est reproché"
      margin={<ArticleChip rule={CASE_RULES[page.kind]}>{KIND_WORDS[page.kind](page.defenceDays)}</ArticleChip>}
    >
      <Timeline
        label="Faits reprochés"
        entries={page.facts.map(({ on, text }) => ({
          key: on + text,
          when: frenchDate(on),
          dateTime: on,
          title: text,
        }))}
      />
      <DefinitionList
        items={[
          { term: 'Règle en cause', value: page.ruleBroken },
          { term: 'Sanction envisagée', value: page.sanction },
          {
            term: 'Qui décide',
            value: (
              <>
                {capital(page.organWords)}
                {page.organReason ? (
                  <span className="block text-[0.9375rem] text-muted">{page.organReason}</span>
                ) : null}
              </>
            ),
          },
          ...(page.recusals.length > 0
            ? [
                {
                  term: 'Ne décident pas',
                  value: (
                    <>
                      <ul>
                        {page.recusals.map(({ memberId, name, ground }) => (
                          <li key={memberId}>{`${name} (${ground})`}</li>
                        ))}
                      </ul>
                      <span className="block text-[0.9375rem] text-muted">{RECUSED}</span>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

const SOURCES: Record<string, string> = {
  online: 'en ligne',
  mail: 'par courriel',
  letter: 'par lettre',
  hearing: 'à l’audition',
}

/** What the member answered, in his words; what was said at the hearing. */
export function DefenceSection({ explanations, hearing, view }: CasePage) {
  if (explanations.length === 0 && !hearing?.notes) return null
  return (
    <Section title={view === 'concerned' ? 'Votre défense' : 'Défense du membre'}>
      {explanations.map(({ id, receivedOn, source, text }) => (
        <blockquote key={id} className="max-w-measure border-l-2 border-rule-strong pl-4">
          <p className="text-[0.9375rem] text-muted">{`Reçu ${SOURCES[source] ?? ''} le ${frenchDate(receivedOn)}`}</p>
          <p className="whitespace-pre-line">{text}</p>
        </blockquote>
      ))}
      {hearing?.notes ? (
        <blockquote className="max-w-measure border-l-2 border-rule-strong pl-4">
          <p className="text-[0.9375rem] text-muted">
            {hearing.heardOn
              ? `Audition du ${frenchDate(hearing.heardOn)}${hearing.assistedBy ? `, assisté de ${hearing.assistedBy}` : ''}`
              : 'Absence à l’audition'}
          </p>
          <p className="whitespace-pre-line">{hearing.notes}</p>
        </blockquote>
      ) : null}
    </Section>
  )
}

/** What was decided, and why. */
export function DecisionSection({ decision, kind, state }: CasePage) {
  if (!decision) return null
  return (
    <Section
      title="Décision"
      margin={
        <ArticleChip rule={CASE_RULES[kind]} reasons={decision.rulings}>
          Décision motivée
        </ArticleChip>
      }
    >
      <DefinitionList
        items={[
          { term: 'Issue', value: STATE_WORDS[state] },
          { term: 'Le', value: frenchDate(decision.on) },
          ...(decision.reasons
            ? [{ term: 'Motifs', value: <p className="whitespace-pre-line">{decision.reasons}</p> }]
            : []),
        ]}
      />
      {state === 'ABANDONED' ? <p>La procédure est close : rien n’est retenu.</p> : null}
    </Section>
  )
}
