import { capital } from '~/statutes/french'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import type { Step } from '~/ui/steps'
import type { AppealShown } from '../appeal-page.query.server'
import { OUTCOME_WORDS } from '../appeal-words'

/** What follows an exclusion once an appeal was lodged: the agenda, which is not open to the person excluded, the decision. */
export function appealSteps({ lodged, outcome, meeting, endedOn, days }: AppealShown, own: boolean): Step[] {
  if (!lodged) return []
  const withdrawn = outcome === 'WITHDRAWN'
  const listed: Step = {
    key: 'appeal-meeting',
    title: 'Recours à l’ordre du jour',
    state: meeting ? 'done' : 'current',
    date: meeting ? frenchDate(meeting.date) : undefined,
    detail: !meeting ? (
      'D’une assemblée générale ordinaire.'
    ) : own ? (
      meeting.title
    ) : (
      <TextLink to={`/assemblees/${meeting.id}`}>{`${meeting.title}, résolution ${meeting.number}`}</TextLink>
    ),
  }
  const ended: Step = {
    key: 'appeal-decision',
    title: withdrawn ? 'Retrait du recours' : 'Décision de l’assemblée',
    state: outcome ? 'done' : 'todo',
    date: endedOn ? frenchDate(endedOn) : undefined,
    detail: withdrawn ? 'L’exclusion demeure.' : outcome ? `${capital(OUTCOME_WORDS[outcome])}.` : 'Au vote secret.',
  }
  return [
    {
      key: 'appeal',
      title: 'Recours',
      state: 'done',
      date: frenchDate(lodged.on),
      detail: `${lodged.byLetter ? 'Par lettre' : 'En ligne'}, dans le délai de ${days} jours. L’exclusion n’est pas suspendue.`,
    },
    ...(withdrawn && !meeting ? [] : [listed]),
    ended,
  ]
}
