import { ArticleChip } from '~/ui/article-chip'
import { plural } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { answerSentence, unanswered } from '../answer-words'
import type { MemberCard as Card } from '../member-cards.query.server'

type MemberCardProps = { meetingId: string; card: Card; state: string; alone: boolean }

/** One membership at a meeting: what to do first, then its right to vote and the rule of proxies in its case. */
export function MemberCard({ meetingId, card, state, alone }: MemberCardProps) {
  const answerable = state === 'CONVENED'
  const waiting = card.held.filter((proxy) => proxy.state === 'OFFERED')
  const turn = (answerable && unanswered(card)) || (waiting.length > 0 && state !== 'CLOSED')
  const to = `/assemblees/${meetingId}/reponse?pour=${card.memberId}`
  return (
    <Notice
      tone={turn ? 'turn' : 'info'}
      title={alone ? (turn ? 'À vous de répondre' : answerSentence(card)) : card.label}
    >
      {alone && !turn ? null : <p>{answerSentence(card)}</p>}
      {card.quality ? <p className="text-muted">Vous parlez pour ce membre&nbsp;: {card.quality}.</p> : null}
      <p>
        {card.right.sentence} <ArticleChip rule={card.right.rule} />
      </p>
      {answerable && card.proxy ? (
        <p>
          {card.proxy.sentence} <ArticleChip rule={card.proxy.rule} />
        </p>
      ) : null}
      {answerable && card.remote ? (
        <p>
          {card.remote.sentence} <ArticleChip rule={card.remote.rule} article={card.remote.article} />
        </p>
      ) : null}
      {card.held.map((proxy) => (
        <p key={proxy.id}>
          {proxy.giver}{' '}
          {proxy.state === 'ACCEPTED'
            ? `vous a donné pouvoir (${plural(proxy.voices, 'voix', 'voix')}).`
            : 'vous propose son pouvoir : répondez-lui.'}
        </p>
      ))}
      {answerable || waiting.length > 0 ? (
        <p className="pt-1">
          <ButtonLink to={to} tone={turn ? 'primary' : 'secondary'}>
            {turn ? 'Répondre' : 'Changer ma réponse'}
          </ButtonLink>
        </p>
      ) : null}
    </Notice>
  )
}
