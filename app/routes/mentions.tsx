import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { legalNotice } from '~/offices/legal-notice.query.server'
import { now, parisDate } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { DefinitionList } from '~/ui/definition-list'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Mentions légales' }]

export async function loader() {
  return legalNotice(db(), parisDate(await now()))
}

export default function LegalNotice() {
  const { association, director, host, payments } = useLoaderData<typeof loader>()
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
              {
                term: 'Direction de la publication',
                value: director ?? 'La présidence de l’association, vacante à ce jour',
              },
              { term: 'Hébergement', value: host ?? 'Demandez-le à l’association, à l’adresse ci-dessus' },
            ]}
          />
          <p>L’association est responsable de ce site et des données qu’il garde.</p>
        </Section>
      ) : null}
      <Section title="Vos données">
        <p>
          Le site garde ce que la vie de l’association demande&nbsp;: le registre des membres, les convocations et leur
          preuve, les présences, les pouvoirs, les votes, les procès-verbaux. Un vote secret n’est rattaché à personne.
        </p>
        <p>
          Elle les traite pour exécuter le contrat que sont ses statuts (réunions, votes, cotisations), pour tenir les
          registres et les reçus que la loi demande, et avec votre accord pour écrire par courriel au lieu du courrier.
        </p>
        <p>
          Les lisent&nbsp;: vous-même&nbsp;; les membres du Bureau et le salarié, chacun pour ce dont il est
          chargé&nbsp;; les autres membres, pour les seuls procès-verbaux et listes que les statuts leur ouvrent&nbsp;;
          l’hébergeur et le service de courriel, qui les transportent.
          {payments
            ? ' Un paiement en ligne se fait chez Stripe, qui reçoit votre nom, votre adresse électronique et la somme ; ni votre carte ni votre IBAN ne passent par ce site.'
            : ''}
        </p>
        <p>
          Les actes de l’association (convocations, votes, procès-verbaux) sont conservés au moins cinq ans, le temps
          pendant lequel une décision peut être contestée. Vous pouvez consulter, corriger et emporter ce qui vous
          concerne depuis la page « Mes données », et demander à l’association de le limiter, de l’effacer quand la loi
          le permet, ou vous opposer à son usage. Vous pouvez aussi saisir la{' '}
          <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
        </p>
      </Section>
      <Section title="Cookies">
        <p>
          Un seul cookie, posé quand vous vous connectez et retiré quand vous vous déconnectez. Il sert à vous
          reconnaître, à rien d’autre. Aucune mesure d’audience{payments ? '' : ', aucun service d’un tiers'}.
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
