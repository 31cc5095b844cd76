import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { plural } from '~/ui/format'
import { Notice } from '~/ui/notice'
import type { MemberCard } from '../member-cards.query.server'

/** The proxy one has given: to whom, whether he accepted, and the way to take it back. */
export function GivenProxy({ given }: { given: NonNullable<MemberCard['given']> }) {
  return (
    <Notice
      tone={given.holderAbsent ? 'warning' : given.state === 'ACCEPTED' ? 'success' : 'info'}
      title={givenTitle(given)}
    >
      {given.holderAbsent ? (
        <p>
          Votre pouvoir n’est pas repris pour autant, mais votre voix risque de ne pas être portée. Pour le donner à
          quelqu’un d’autre, reprenez-le d’abord.
        </p>
      ) : null}
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

function givenTitle({ holder, state, holderAbsent }: NonNullable<MemberCard['given']>): string {
  if (holderAbsent) return `${holder} a répondu « Je ne viens pas »`
  return state === 'ACCEPTED' ? `${holder} votera pour vous` : `En attente de la réponse de ${holder}`
}

/** The proxies one is offered, to answer, and those one holds. */
export function HeldProxies({ held, answer }: Pick<MemberCard, 'held' | 'answer'>) {
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
        tone={answer === 'ABSENT' ? 'warning' : 'success'}
        title={`${answer === 'ABSENT' ? 'Vous deviez voter' : 'Vous votez'} pour ${proxy.giver} (${plural(proxy.voices, 'voix', 'voix')})`}
      >
        {answer === 'ABSENT' ? (
          <p>
            Vous avez répondu que vous ne venez pas&nbsp;; ce membre le lit sur sa page, et peut choisir quelqu’un
            d’autre.
          </p>
        ) : null}
      </Notice>
    ),
  )
}
