import { capital } from '~/statutes/french'
import type { Silence } from '~/statutes/silence'
import { Section } from '~/ui/page'
import { articleId } from './statutes-articles'

/** Where the model says nothing or can be read two ways: the question, the reading chosen, and why. */
export function StatutesSilences({ silences }: { silences: readonly Silence[] }) {
  return (
    <Section id="silences" title="Ce que les statuts ne disent pas">
      <p>
        Le modèle se tait sur certains points, ou se lit de deux façons. L’association retient la lecture ci-dessous, la
        plus prudente sauf quand ses statuts en disent une autre. Quand une autre lecture changerait l’issue d’un vote,
        le résultat le dit.
      </p>
      <ul className="border-t border-rule">
        {silences.map(({ rule, point, reading, why, path }) => {
          const article = rule.replace(/-[a-z]+$/, '')
          return (
            <li key={path + point} className="border-b border-rule py-4">
              <p className="text-muted">
                <a href={`#${articleId(article)}`} className="whitespace-nowrap">
                  art.&nbsp;{article}
                </a>{' '}
                {point}
              </p>
              <p className="mt-1 font-serif text-[1.125rem] font-semibold">{capital(reading)}</p>
              <p className="mt-1">{why}</p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
