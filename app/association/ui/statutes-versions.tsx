import { list, frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import type { StatutesPage } from '../statutes-page.query.server'

type Versions = Pick<StatutesPage, 'versions' | 'version'>

/** Every version, the latest first: who adopted it, when it rules, what it changed. */
export function StatutesVersions({ versions, version }: Versions) {
  return (
    <Section id="versions" title="Versions">
      <p>Une version adoptée n’est jamais retouchée. Chaque acte est jugé par celle qui est en vigueur ce jour-là.</p>
      <ol className="border-t border-rule">
        {versions.map((each) => (
          <li key={each.id} className="border-b border-rule py-3">
            <p className="font-serif text-[1.125rem] font-semibold">
              {each.id === version.id ? (
                <>
                  {period(each)}{' '}
                  <span className="font-sans text-base font-normal text-muted">(celle de cette page)</span>
                </>
              ) : (
                <TextLink to={`/statuts?date=${each.from}`}>{period(each)}</TextLink>
              )}
            </p>
            <p className="mt-1">
              Adoptée le {frenchDate(each.adoptedOn)} par l’{each.adoptedBy}.
              {each.changed.length > 0 ? ` Articles modifiés : ${list(each.changed)}.` : ' Première version.'}{' '}
              <TextLink to={`/statuts.json?date=${each.from}`} download={`statuts-${each.from}.json`}>
                Fichier des paramètres
              </TextLink>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function period({ from, until }: { from: string; until: string | null }): string {
  return until ? `Du ${frenchDate(from)} au ${frenchDate(until)} exclu` : `Depuis le ${frenchDate(from)}`
}
