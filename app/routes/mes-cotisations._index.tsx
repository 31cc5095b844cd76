import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myDues } from '~/dues/mine/my-dues.query.server'
import { OwedCard, SettledYears } from '~/dues/mine/ui/dues-cards'
import { NotOnLine, OtherWays } from '~/dues/mine/ui/how-to-pay'
import { ownLetters } from '~/letters/own-letters.query.server'
import { signedInContext } from '~/offices/request.server'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Mes cotisations' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const [dues, letters] = await Promise.all([myDues(ctx), ownLetters(ctx)])
  return { ...dues, letters }
}

export default function MyDues() {
  const { memberships, ways, letters } = useLoaderData<typeof loader>()
  const owed = memberships.flatMap(({ dues }) => dues.filter(({ settledOn }) => settledOn === null))
  return (
    <Page
      title="Mes cotisations"
      breadcrumb={[{ href: '/compte', label: 'Mon espace' }]}
      actions={<TextLink to="/mes-cotisations/historique">Mes paiements et mes reçus</TextLink>}
    >
      {memberships.length === 0 ? (
        <Section>
          <EmptyState title="Aucune adhésion à votre nom">
            Vous ne parlez aujourd’hui pour aucun membre de l’association.
          </EmptyState>
        </Section>
      ) : null}
      {letters.length > 0 ? (
        <Section margin={<ArticleChip rule="6.4-b">Le membre s’explique avant toute décision</ArticleChip>}>
          <p>
            <TextLink to="/explications">Donner mes explications</TextLink>, après la lettre recommandée que
            l’association vous a adressée.
          </p>
        </Section>
      ) : null}
      {memberships.map(({ memberId, label, dues }) => {
        const open = dues.filter(({ settledOn }) => settledOn === null)
        const settled = dues.filter(({ settledOn }) => settledOn !== null)
        return (
          <Section key={memberId} title={memberships.length > 1 ? label : 'Ce que je dois'}>
            {open.length === 0 ? <p>Rien à régler aujourd’hui.</p> : null}
            {open.map((each) => (
              <OwedCard key={each.id} dues={each} onLine={ways.onLine} />
            ))}
            {settled.length > 0 ? <SettledYears dues={settled} memberId={memberId} /> : null}
            {open
              .filter(({ lackingCents, amountCents }) => lackingCents < amountCents)
              .map(({ id, year }) => (
                <p key={id}>
                  <TextLink to={`/attestations/${memberId}/${year}.pdf`} reload>
                    Attestation de ce qui est réglé pour {year} (PDF)
                  </TextLink>
                </p>
              ))}
          </Section>
        )
      })}
      {owed.length > 0 ? (
        <Section title="Comment payer">
          {ways.onLine ? (
            <p>
              <ButtonLink to="/mes-cotisations/payer" tone="secondary">
                Payer plusieurs cotisations à la fois
              </ButtonLink>
            </p>
          ) : (
            <NotOnLine />
          )}
          <OtherWays ways={ways} references={owed.map(({ reference }) => reference)} />
        </Section>
      ) : ways.onLine && memberships.length > 0 ? (
        <Section title="Payer pour un autre membre">
          <p>Une structure peut régler les cotisations de ses professionnels en un seul paiement.</p>
          <ButtonLink to="/mes-cotisations/payer" tone="secondary">
            Payer pour un autre membre
          </ButtonLink>
        </Section>
      ) : null}
    </Page>
  )
}
