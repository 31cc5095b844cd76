import type { Session } from './objects'
import type { Transitions } from './payments'

const euros = (cents: number) => `${(cents / 100).toFixed(2).replace('.', ',')} €`
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The page to which Stripe sends payers, in plain HTML. */
export function hostedPage(session: Session): string {
  const button = (action: string, label: string) =>
    `<form method="post" action="/c/pay/${session.id}/${action}"><button>${label}</button></form>`
  const has = (method: string) => session.payment_method_types.includes(method)
  const body =
    session.status === 'open'
      ? [
          `<p>À payer : ${euros(session.amount_total)}</p>`,
          has('card') ? button('carte', 'Payer par carte') : '',
          has('card') ? button('carte-refusee', 'Payer avec une carte refusée') : '',
          has('sepa_debit') ? button('prelevement', 'Payer par prélèvement SEPA') : '',
          button('renoncer', 'Renoncer'),
        ].join('\n')
      : '<p>Cette page de paiement n’est plus ouverte.</p>'
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Paiement</title></head>
<body><main><h1>Paiement sécurisé</h1>${body}<p>${escape(session.client_reference_id ?? '')}</p></main></body></html>`
}

/** What a button of the page does; returns the address where the payer goes next. */
export function pressButton(act: Transitions, session: Session, button: string): string {
  switch (button) {
    case 'carte':
      act.payByCard(session.id)
      return session.success_url
    case 'prelevement':
      act.startSepa(session.id)
      return session.success_url
    case 'carte-refusee':
      act.cardDeclined(session.id)
      return `/c/pay/${session.id}`
    case 'renoncer':
      return session.cancel_url
    default:
      throw new Error(`no button ${button}`)
  }
}
