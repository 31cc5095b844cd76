import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { MoneyTabs } from '~/dues/payments/ui/money-tabs'
import { stripeLink, type StripeLink } from '~/dues/stripe/link.query.server'
import { EventsToTick, HowToLink } from '~/dues/stripe/ui/how-to-link'
import { PayoutsTable } from '~/dues/stripe/ui/payouts-table'
import { poweredContext } from '~/offices/request.server'
import { DefinitionList } from '~/ui/definition-list'
import { frenchDateTime, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Paiement en ligne' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return stripeLink(await poweredContext(request, 'dues.manage'))
}

export default function StripePage() {
  const link = useLoaderData<typeof loader>()
  return (
    <Page
      title="Paiement en ligne"
      lead="Les membres règlent leur cotisation par carte ou par prélèvement SEPA sur une page de Stripe."
      breadcrumb={[DUES_CRUMB]}
    >
      <MoneyTabs />
      <Section>
        <State link={link} />
      </Section>
      {link.open ? <Life link={link} /> : null}
      <Section title={link.open ? 'Réglages' : 'Relier un compte Stripe'}>
        {link.open ? (
          <details>
            <summary className="cursor-pointer font-semibold">Comment le compte est relié</summary>
            <div className="mt-3">
              <HowToLink link={link} />
            </div>
          </details>
        ) : (
          <HowToLink link={link} />
        )}
        <EventsToTick types={link.eventTypes} />
      </Section>
    </Page>
  )
}

function State({ link }: { link: StripeLink }) {
  if (!link.open)
    return (
      <Notice tone="info" title="Le paiement en ligne n’est pas ouvert">
        <p>
          Tout le reste fonctionne : virement, chèque, espèces, rappels, reçus.{' '}
          {link.keySet
            ? 'La clé est réglée ; il manque le secret de signature du point d’écoute.'
            : 'Pour l’ouvrir, suivez les étapes ci-dessous.'}
        </p>
      </Notice>
    )
  if (link.mode === 'test')
    return (
      <Notice tone="warning" title="Stripe est en mode d’essai">
        <p>
          Les membres voient le bouton de paiement, mais aucun argent réel ne passe. Mettez la clé réelle pour ouvrir.
        </p>
      </Notice>
    )
  return <Notice tone="success" title="Le paiement en ligne est ouvert" />
}

function Life({ link }: { link: StripeLink }) {
  const { last, waiting, reconciledAt, questions, payouts } = link
  return (
    <>
      <Section title="Ce que Stripe nous dit">
        {link.reachable ? null : (
          <Notice tone="warning" title="Stripe ne peut pas joindre cette adresse">
            <p>L’adresse publique de l’application doit commencer par https:// (réglage PUBLIC_URL).</p>
          </Notice>
        )}
        <DefinitionList
          items={[
            { term: 'Adresse d’écoute', value: <code className="break-all">{link.webhookUrl}</code> },
            { term: 'Dernier évènement', value: last ? `${last.type}, ${frenchDateTime(last.at)}` : 'Aucun encore' },
            { term: 'En attente', value: waiting === 0 ? 'Aucun' : plural(waiting, 'évènement') },
            {
              term: 'Dernier rapprochement',
              value: reconciledAt ? frenchDateTime(reconciledAt) : 'Il se fait chaque nuit',
            },
            {
              term: 'À rapprocher',
              value:
                questions === 0 ? (
                  'Rien'
                ) : (
                  <TextLink to="/cotisations/a-rapprocher">{plural(questions, 'question')}</TextLink>
                ),
            },
          ]}
        />
      </Section>
      <Section title="Virements de Stripe" wide>
        {payouts.length === 0 ? <p>Aucun virement encore.</p> : <PayoutsTable payouts={payouts} />}
      </Section>
    </>
  )
}
