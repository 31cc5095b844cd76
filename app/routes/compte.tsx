import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { statutesInForce } from '~/association/in-force.server'
import { myDues } from '~/dues/mine/my-dues.query.server'
import { mySuspensions } from '~/members/register/my-suspensions.query.server'
import { myMandates } from '~/offices/my-mandates.query.server'
import { qualitiesOf } from '~/offices/qualities'
import { signedInContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { ArticleChip } from '~/ui/article-chip'
import { euros, frenchDate, plural } from '~/ui/format'
import { DefinitionList } from '~/ui/definition-list'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'

export const meta: MetaFunction = () => [{ title: 'Mon espace' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const [{ statutes }, { memberships }, mandates, suspensions] = await Promise.all([
    statutesInForce(ctx.db, parisDate(ctx.now)),
    myDues(ctx),
    myMandates(ctx),
    mySuspensions(ctx),
  ])
  const owed = memberships.flatMap(({ dues }) => dues.filter(({ settledOn }) => settledOn === null))
  return {
    name: ctx.actor.name,
    email: ctx.actor.email,
    qualities: qualitiesOf(ctx.actor, statutes.categories),
    member: ctx.actor.actingFor.length > 0,
    pays: memberships.length > 0,
    owed: { count: owed.length, cents: owed.reduce((sum, { lackingCents }) => sum + lackingCents, 0) },
    mandates,
    suspensions,
  }
}

export default function MySpace() {
  const { name, email, qualities, member, pays, owed, mandates, suspensions } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Mon espace"
      overline={name}
      actions={owed.count > 0 ? <ButtonLink to="/mes-cotisations">Régler {euros(owed.cents)}</ButtonLink> : undefined}
    >
      {suspensions.length > 0 ? (
        <Section margin={<ArticleChip rule="6.4-c">La suspension est décidée pour un temps</ArticleChip>}>
          {suspensions.map(({ id, label, until, backOn }) => (
            <Notice key={id} tone="warning" title={`Droits de membre suspendus jusqu’au ${frenchDate(until)} inclus`}>
              <p>
                {label} n’a pas de convocation, ne vote pas et n’exerce aucune fonction au Bureau pendant ce temps. Tout
                revient de soi-même le {frenchDate(backOn)}.
              </p>
            </Notice>
          ))}
        </Section>
      ) : null}
      <Section>
        <DefinitionList
          items={[
            { term: 'Adresse de connexion', value: <span className="break-all">{email}</span> },
            ...(qualities.length > 0 ? [{ term: 'En qualité de', value: qualities.join(', ') }] : []),
          ]}
        />
      </Section>
      <Section>
        <ul className="max-w-[46rem] border-t border-rule">
          {pays ? (
            <>
              <Door to="/mes-cotisations" title="Mes cotisations">
                {owed.count === 0
                  ? 'Rien à régler aujourd’hui.'
                  : `${plural(owed.count, 'cotisation')} à régler, ${euros(owed.cents)}.`}
              </Door>
              <Door to="/mes-cotisations/historique" title="Mes paiements et mes reçus">
                Chaque paiement, son état, ses reçus.
              </Door>
            </>
          ) : null}
          {member ? (
            <Door to="/mes-votes" title="Mes votes">
              Les reçus de vos votes en ligne.
            </Door>
          ) : null}
          <Door to="/mes-donnees" title="Mes données">
            Ce que l’association sait de vous&nbsp;: voir, corriger, emporter.
          </Door>
          <Door to="/mes-sessions" title="Mes sessions">
            Les appareils où votre session est ouverte.
          </Door>
          {member ? (
            <Door to="/demission" title="Quitter l’association">
              Démissionner, et ce que cela entraîne.
            </Door>
          ) : null}
        </ul>
      </Section>
      {mandates.length > 0 ? (
        <Section title="Mes mandats" id="mandats">
          <ul className="max-w-[46rem] border-t border-rule">
            {mandates.map(({ id, label, from, termEnd, endedOn, source }) => (
              <li key={id} className="border-b border-rule py-2">
                <span className="font-semibold">{label}</span>{' '}
                {endedOn ? <StatusBadge>terminé</StatusBadge> : <StatusBadge tone="success">en cours</StatusBadge>}
                <span className="block text-muted">
                  {endedOn
                    ? `du ${frenchDate(from)} au ${frenchDate(endedOn)}`
                    : `depuis le ${frenchDate(from)}, jusqu’au ${frenchDate(termEnd)}`}
                  . {source}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}

function Door({ to, title, children }: { to: string; title: string; children: ReactNode }) {
  return (
    <li className="border-b border-rule py-3">
      <p className="font-serif text-[1.1875rem]">
        <TextLink to={to}>{title}</TextLink>
      </p>
      <p className="text-muted">{children}</p>
    </li>
  )
}
