import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { plural } from '~/ui/format'
import { Notice } from '~/ui/notice'
import type { MemberCard } from '../member-cards.query.server'

/** The proxy one has given: to whom, whether he accepted, and the way to take it back. */
export function GivenProxy({ given }: { given: NonNullable<MemberCard['given']> }) {
  return (
    <Notice
      tone={given.state === 'ACCEPTED' ? 'success' : 'info'}
      title={
        given.state === 'ACCEPTED' ? `${given.holder} votera pour vous` : `En attente de la réponse de ${given.holder}`
      }
    >
      <p>Si vous venez finalement, votre arrivée met fin à ce pouvoir.</p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="proxyId" value={given.id} />
        <Button type="submit" name="intent" value="revoke">
          Reprendre mon pouvoir
        </Button>
      </Form>
    </Notice>
  )
}

/** The proxies one is offered, to answer, and those one holds. */
export function HeldProxies({ held }: Pick<MemberCard, 'held'>) {
  return held.map((proxy) =>
    proxy.state === 'OFFERED' ? (
      <Notice
        key={proxy.id}
        tone="turn"
        title={`${proxy.giver} vous donne pouvoir (${plural(proxy.voices, 'voix', 'voix')})`}
      >
        <p>
          Si vous acceptez, vous voterez pour ce membre en plus de voter pour vous-même, et vous ne donnerez pas votre
          propre pouvoir&nbsp;: un pouvoir ne se transmet pas.
        </p>
        <Form method="post" className="flex flex-wrap gap-3" preventScrollReset>
          <input type="hidden" name="proxyId" value={proxy.id} />
          <Button type="submit" tone="primary" name="intent" value="accept">
            Accepter
          </Button>
          <Button type="submit" name="intent" value="decline">
            Refuser
          </Button>
        </Form>
      </Notice>
    ) : (
      <Notice
        key={proxy.id}
        tone="success"
        title={`Vous votez pour ${proxy.giver} (${plural(proxy.voices, 'voix', 'voix')})`}
      />
    ),
  )
}
