import { articleId } from '~/association/ui/statutes-articles'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import type { Visit } from '../visitor-page.query.server'

/** What this is, for whoever is not signed in; in a demonstration, the door to everybody's place. */
export function VisitorHome({ name, object, demo, rules }: Visit) {
  return (
    <Page
      title={name}
      lead={object}
      actions={
        <>
          {demo ? <ButtonLink to="/demo">Entrer dans la démonstration</ButtonLink> : null}
          <ButtonLink to="/connexion" tone={demo ? 'secondary' : 'primary'}>
            Se connecter
          </ButtonLink>
        </>
      }
    >
      <Section title="Les statuts, appliqués">
        <p>
          Ici, l’association convoque ses assemblées, vote et signe ses procès-verbaux selon ses propres statuts. Chaque
          délai, chaque refus, chaque résultat montre l’article qui le fonde.
        </p>
        <ul className="border-t border-rule">
          {rules.map(({ article, text }) => (
            <li
              key={article + text}
              className="grid gap-x-5 border-b border-rule py-3 sm:grid-cols-[5.5rem_minmax(0,1fr)]"
            >
              <a href={`/statuts#${articleId(article)}`} className="font-serif font-semibold">
                Art.&nbsp;{article}
              </a>
              <span className="font-serif text-[1.0625rem]">{text}</span>
            </li>
          ))}
        </ul>
        <p>
          <TextLink to="/statuts">Lire les statuts</TextLink> ou <TextLink to="/simulateur">essayer un vote</TextLink>.
        </p>
      </Section>
      <Section title="Se connecter">
        <p>
          Il n’y a pas de mot de passe. Donnez l’adresse que l’association connaît&nbsp;: un lien valable quinze minutes
          vous y attend.
        </p>
        {demo ? (
          <p>
            Dans cette démonstration, les personnes et les adresses sont imaginaires. On y entre à la place de n’importe
            qui, sans courriel.
          </p>
        ) : null}
      </Section>
    </Page>
  )
}
