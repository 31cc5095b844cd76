import { Link } from '@remix-run/react'
import { Notice } from '~/ui/notice'
import type { Leaving } from '../leaving'

type Props = {
  leaving: Leaving
  /** in the demonstration: whose messages to show */
  to?: string
}

/** Says that nothing leaves, where nothing does, and what to do instead; nothing where a mail server is set. */
export function NoMailServer({ leaving, to }: Props) {
  if (leaving === 'leaves') return null
  if (leaving === 'demo')
    return (
      <Notice title="Ceci est une démonstration">
        <p>
          Aucun courriel ne part&nbsp;:{' '}
          <Link to={`/demo/courriels${to ? `?${new URLSearchParams({ q: to })}` : ''}`}>lisez-le ici</Link>.
        </p>
      </Notice>
    )
  return (
    <Notice tone="warning" title="Aucun courriel ne part de ce site">
      <p>
        Aucun serveur d’envoi n’est réglé. Prévenez la personne qui héberge ce site, ou celle qui tient le registre.
      </p>
    </Notice>
  )
}
