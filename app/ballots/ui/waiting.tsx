import { Form } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { Button } from '~/ui/button'
import { frenchDateTime, plural } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { useHydrated } from '~/ui/use-hydrated'
import type { VotePage } from '../vote-page.query.server'

/** No ballot is open: what to do meanwhile, and by what the page will change. */
export function Waiting({ page, meetingId }: { page: VotePage; meetingId: string }) {
  const hydrated = useHydrated()
  const over = page.state === 'CLOSED' || page.state === 'NO_QUORUM' || page.state === 'CANCELLED'
  return (
    <div className="space-y-4">
      <p className="max-w-measure text-[1.125rem]">
        {over ? 'La séance est levée : il n’y a plus de vote.' : 'Aucun scrutin n’est ouvert pour le moment.'}
        {!over && page.waiting > 0 ? ` Il reste ${plural(page.waiting, 'résolution')} à voter.` : ''}
      </p>
      {page.state === 'OPEN' && !page.here ? <SignIn meetingId={meetingId} /> : null}
      {!over && hydrated ? (
        <p className="text-muted">Gardez cette page ouverte : elle change d’elle-même dès qu’un scrutin s’ouvre.</p>
      ) : null}
      {!over && !hydrated ? (
        <Form method="get" reloadDocument>
          <Button type="submit">Actualiser la page</Button>
        </Form>
      ) : null}
    </div>
  )
}

/** Who has no voice in what is open: because he has not signed, or by right. */
export function Voiceless({ page, meetingId }: { page: VotePage; meetingId: string }) {
  if (page.ballots.some(({ voters }) => voters.length > 0)) return null
  return page.here ? <p>Vous n’avez pas de voix dans ce scrutin.</p> : <SignIn meetingId={meetingId} />
}

function SignIn({ meetingId }: { meetingId: string }) {
  return (
    <Notice tone="turn" title="Faites-vous émarger pour voter">
      <p>Vous n’êtes pas encore inscrit comme présent à cette séance.</p>
      <ButtonLink to={`/assemblees/${meetingId}/presence`}>Signer la feuille de présence</ButtonLink>
    </Notice>
  )
}

/** What the statutes say of voting from afar: the article, or their silence. */
export function RemoteVoting({ remote }: { remote: VotePage['remote'] }) {
  return (
    <div className="max-w-measure space-y-2 text-[0.9375rem] text-muted">
      <p>
        {remote.sentence} <ArticleChip rule={remote.rule} article={remote.article ?? undefined} />
      </p>
      {remote.mode === 'window' && remote.opensAt ? (
        <p>Ouverture du vote en ligne&nbsp;: {frenchDateTime(remote.opensAt)}.</p>
      ) : null}
    </div>
  )
}
