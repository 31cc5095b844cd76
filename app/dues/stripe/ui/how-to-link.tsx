import type { StripeLink } from '../link.query.server'

/** What to do, once, so that members pay on line: for whoever keeps the server, in the order in which it is done. */
export function HowToLink({ link }: { link: StripeLink }) {
  return (
    <ol className="list-decimal space-y-4 pl-6">
      <li>
        Ouvrez un compte sur <a href="https://dashboard.stripe.com/register">dashboard.stripe.com</a> au nom de
        l’association, et activez la carte et le prélèvement SEPA parmi les moyens de paiement.
      </li>
      <li>
        Dans « Développeurs », « Clés API », créez une clé restreinte qui peut écrire : Checkout Sessions, Customers,
        Refunds ; et lire : PaymentIntents, Charges, Disputes, Events, Payouts, Balance transactions. Mettez-la dans le
        réglage <Setting>STRIPE_SECRET_KEY</Setting> du serveur.
      </li>
      <li>
        Dans « Développeurs », « Webhooks », ajoutez un point d’écoute à l’adresse <Code>{link.webhookUrl}</Code>, avec
        la version d’API <Code>{link.version}</Code>, et cochez les évènements ci-dessous.
      </li>
      <li>
        Copiez le secret de signature du point d’écoute dans <Setting>STRIPE_WEBHOOK_SECRET</Setting>. Pour en changer
        sans rien perdre, mettez l’ancien et le nouveau séparés par une virgule, puis retirez l’ancien.
      </li>
      <li>Redémarrez l’application. Aucun numéro de carte ni IBAN n’est gardé ici.</li>
    </ol>
  )
}

/** The events that Stripe must send, to be ticked one by one. */
export function EventsToTick({ types }: { types: string[] }) {
  return (
    <details>
      <summary className="cursor-pointer font-semibold">Les {types.length} évènements à cocher</summary>
      <ul className="mt-3 gap-x-8 sm:columns-2">
        {types.map((type) => (
          <li key={type} className="break-all">
            <Code>{type}</Code>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Setting({ children }: { children: string }) {
  return <code className="whitespace-nowrap text-[0.9375em]">{children}</code>
}

function Code({ children }: { children: string }) {
  return <code className="break-all text-[0.9375em]">{children}</code>
}
