import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { DefinitionList } from '~/ui/definition-list'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Mentions légales' }]

export async function loader() {
  return db().association.findUnique({
    where: { id: 1 },
    select: {
      name: true,
      seatStreet: true,
      postcode: true,
      town: true,
      email: true,
      phone: true,
      rna: true,
      siret: true,
    },
  })
}

export default function LegalNotice() {
  const association = useLoaderData<typeof loader>()
  return (
    <Page title="Mentions légales">
      {association ? (
        <Section title="Qui édite ce site">
          <DefinitionList
            items={[
              { term: 'Association', value: association.name },
              { term: 'Siège', value: `${association.seatStreet}, ${association.postcode} ${association.town}` },
              { term: 'Courriel', value: <a href={`mailto:${association.email}`}>{association.email}</a> },
              ...(association.phone ? [{ term: 'Téléphone', value: association.phone }] : []),
              ...(association.rna ? [{ term: 'Numéro RNA', value: association.rna }] : []),
              ...(association.siret ? [{ term: 'SIRET', value: association.siret }] : []),
            ]}
          />
          <p>L’association, par son Président, est responsable de ce site et des données qu’il garde.</p>
        </Section>
      ) : null}
      <Section title="Vos données">
        <p>
          Le site garde ce que la vie de l’association demande&nbsp;: le registre des membres, les convocations et leur
          preuve, les présences, les pouvoirs, les votes, les procès-verbaux. Un vote secret n’est rattaché à personne.
        </p>
        <p>
          Les actes de l’association (convocations, votes, procès-verbaux) sont conservés au moins cinq ans, le temps
          pendant lequel une décision peut être contestée. Vous pouvez demander à consulter, corriger ou, quand la loi
          le permet, effacer ce qui vous concerne, en écrivant à l’association. Vous pouvez aussi saisir la{' '}
          <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
        </p>
      </Section>
      <Section title="Cookies">
        <p>
          Un seul cookie, posé quand vous vous connectez et retiré quand vous vous déconnectez. Il sert à vous
          reconnaître, à rien d’autre. Aucune mesure d’audience, aucun service d’un tiers.
        </p>
      </Section>
      <Section title="Le logiciel">
        <p>
          Le logiciel est libre, sous licence AGPL-3.0-or-later&nbsp;: vous pouvez demander à l’association son code
          source, le lire, le modifier et le redistribuer.
        </p>
      </Section>
    </Page>
  )
}
