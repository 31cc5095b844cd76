import { Link } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { Icon, type IconName } from '~/ui/icon'
import { TextLink } from '~/ui/link'
import { awaitsAnswer } from '~/meetings/answer/member-steps'
import type { NextCall, NextMeeting } from '../home-page.query.server'

/** The one card of a member's home: the next meeting, and the answer in one tap. */
export function NextMeetingCard({ meeting }: { meeting: NextMeeting }) {
  const awaited = asksAnswer(meeting)
  return (
    <section
      aria-labelledby="prochaine"
      className={`mt-8 max-w-(--container-panel) rounded-b-control border border-t-4 border-rule p-5 ${awaited ? 'border-t-turn-mark bg-turn-soft' : 'border-t-accent bg-surface'}`}
    >
      <p className={`font-semibold ${awaited ? 'text-turn' : 'text-muted'}`}>
        {awaited ? 'À vous : votre réponse' : meeting.open ? 'En séance' : 'Votre prochaine réunion'}
      </p>
      <h2 id="prochaine" className="mt-1 text-[1.4375rem] leading-snug">
        <Link to={`/assemblees/${meeting.id}`} className="text-ink">
          {meeting.title}
        </Link>
      </h2>
      <p className="mt-1">
        {meeting.when}
        <br />
        <span className="text-muted">{meeting.where}</span>
      </p>
      {meeting.calls.map((call) => (
        <CallAnswer key={call.memberId} meeting={meeting} call={call} alone={meeting.calls.length === 1} />
      ))}
    </section>
  )
}

/** Whether one of the memberships has not answered yet. */
export const asksAnswer = (meeting: NextMeeting) => meeting.calls.some((call) => unanswered(meeting, call))

const unanswered = ({ open }: NextMeeting, call: NextCall) =>
  awaitsAnswer({ ...call, state: open ? 'OPEN' : 'CONVENED' })

function CallAnswer({ meeting, call, alone }: { meeting: NextMeeting; call: NextCall; alone: boolean }) {
  const to = `/assemblees/${meeting.id}/reponse?pour=${call.memberId}`
  const choices: { word: string; label: string; icon: IconName }[] = [
    { word: 'viens', label: 'Je viens', icon: 'check' },
    ...(meeting.proxies && call.mayVote
      ? [{ word: 'pouvoir', label: 'Je donne pouvoir', icon: 'person' } as const]
      : []),
    { word: 'absent', label: 'Je serai absent', icon: 'dash' },
  ]
  const open = unanswered(meeting, call)
  return (
    <div className="mt-4 border-t border-rule pt-4">
      {alone ? null : <p className="mb-1 font-semibold">{call.label}</p>}
      <p className="mb-3">
        {!call.mayVote
          ? 'Vous y assistez et y prenez la parole, sans voter.'
          : meeting.byHead
            ? 'Vous y votez ; chaque membre compte pour un.'
            : `Vous y votez pour ${call.voices} voix.`}{' '}
        {call.mayVote && meeting.byHead ? null : <ArticleChip rule={call.mayVote ? '13.1-a' : '6.3-a'} />}
      </p>
      {open ? (
        <ul className="grid gap-2.5 sm:grid-cols-3">
          {choices.map(({ word, label, icon }) => (
            <li key={word}>
              <Link
                to={`${to}&reponse=${word}`}
                className="flex min-h-14 items-center gap-3 rounded-control border-2 border-ink bg-surface px-4 py-2 text-[1.0625rem] font-semibold text-ink no-underline hover:bg-accent-soft"
              >
                <Icon name={icon} size={22} />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span className="font-semibold">{answered(call)}</span>
          {meeting.open ? (
            <TextLink to={`/assemblees/${meeting.id}`}>Suivre la séance</TextLink>
          ) : (
            <TextLink to={to}>Changer ma réponse</TextLink>
          )}
        </p>
      )}
    </div>
  )
}

function answered({ answer, givenTo, givenState }: NextCall): string {
  if (givenTo !== null)
    return givenState === 'ACCEPTED'
      ? `${givenTo} vous représente.`
      : `Pouvoir proposé à ${givenTo}, qui n’a pas encore répondu.`
  if (answer === 'COMING') return 'Vous venez.'
  if (answer === 'VIDEO') return 'Vous venez par visioconférence.'
  return answer === 'ABSENT' ? 'Vous avez répondu « Je ne viens pas ».' : 'Vous n’avez pas répondu.'
}
