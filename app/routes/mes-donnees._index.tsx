import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { association } from '~/association/in-force.server'
import { chosenMember, myData } from '~/personal-data/my-data/my-data.query.server'
import { DataSections } from '~/personal-data/my-data/ui/data-sections'
import { signedInContext } from '~/offices/request.server'
import { ButtonLink, TextLink } from '~/ui/link'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Margin, Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Mes données' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { members, chosen } = await chosenMember(ctx, request)
  const { email } = await association(ctx.db)
  const changed = new URL(request.url).searchParams.has('adresse')
  return { members, chosen, email, changed, data: chosen && (await myData(ctx, chosen)) }
}

export default function OwnData() {
  const { members, chosen, email, changed, data } = useLoaderData<typeof loader>()
  const crumbs = [{ href: '/compte', label: 'Mon espace' }]
  if (!chosen || !data)
    return (
      <Page title="Mes données" breadcrumb={crumbs}>
        <Section>
          <EmptyState title="Aucune adhésion à votre nom">
            L’association garde seulement votre nom, votre adresse de connexion et vos sessions ouvertes.
          </EmptyState>
          <TextLink to="/mes-sessions">Voir mon compte</TextLink>
        </Section>
      </Page>
    )
  const query = `?membre=${chosen.id}`
  return (
    <Page
      title={members.length > 1 ? `Données de ${data.member}` : 'Mes données'}
      breadcrumb={crumbs}
      lead="Tout ce que l’association garde à votre sujet, pourquoi, et qui l’a consulté."
      actions={
        <>
          <ButtonLink to={`/mes-donnees.pdf${query}`} tone="secondary" reload>
            Télécharger en PDF
          </ButtonLink>
          <ButtonLink to={`/mes-donnees.json${query}`} tone="secondary" download>
            Télécharger en JSON
          </ButtonLink>
        </>
      }
      aside={
        <>
          {members.length > 1 ? (
            <Margin title="Vous agissez aussi pour">
              <ul>
                {members
                  .filter(({ id }) => id !== chosen.id)
                  .map(({ id, label }) => (
                    <li key={id}>
                      <TextLink to={`/mes-donnees?membre=${id}`}>{label}</TextLink>
                    </li>
                  ))}
              </ul>
            </Margin>
          ) : null}
          <Margin title="Vos droits">
            <p>
              Vous corrigez vous-même téléphone, adresses et accords. Pour un nom, un identifiant ou toute autre
              demande, écrivez au secrétariat{email ? ' : ' : '.'}
              {email ? <a href={`mailto:${email}`}>{email}</a> : null}
            </p>
          </Margin>
        </>
      }
    >
      {changed ? (
        <Section>
          <Notice tone="success" title="Votre adresse a changé">
            <p>Un message est préparé pour l’ancienne, et vos sessions ouvertes ailleurs sont fermées.</p>
          </Notice>
        </Section>
      ) : null}
      <DataSections
        sections={data.sections}
        action={
          chosen.left ? null : (
            <ul className="space-y-1">
              <li>
                <TextLink to={`/mes-donnees/modifier${query}`}>Corriger téléphone et adresse postale</TextLink>
              </li>
              <li>
                <TextLink to="/mes-donnees/courriel">Changer d’adresse électronique</TextLink>
              </li>
              <li>
                <TextLink to={`/mes-donnees/accords${query}`}>
                  Donner ou retirer un accord (convocations, recommandés)
                </TextLink>
              </li>
            </ul>
          )
        }
      />
    </Page>
  )
}
