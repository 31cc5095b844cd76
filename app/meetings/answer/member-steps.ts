import { BODY_WORDS, meetingName } from '../meeting-words'
import { isoDate } from '~/platform/dates'
import { list, plural } from '~/ui/format'
import type { Call } from './calls.query.server'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

export const answerKey = (meetingId: string, memberId: string) => `answer-${meetingId}-${memberId}`

/** What these memberships are awaited for; `alone`: one speaks for oneself only, so no name is needed. */
export function memberSteps(calls: readonly Call[], today: string): HomeStep[] {
  const alone = new Set(calls.map(({ memberId }) => memberId)).size < 2
  return calls.flatMap((call) => stepsOf(call, today, alone ? '' : `${call.label} : `))
}

function stepsOf(call: Call, today: string, whose: string): HomeStep[] {
  const { meetingId, state, offers, present, openBallot, online, mayVote, givenTo } = call
  const name = meetingName(call)
  const step = (key: string, rest: Pick<HomeStep, 'title' | 'to' | 'action'> & Partial<HomeStep>): HomeStep => ({
    key: `${key}-${meetingId}-${call.memberId}`,
    ...PLAIN_STEP,
    rank: 0,
    ...rest,
  })
  const steps: HomeStep[] = []
  if (openBallot !== null)
    steps.push(
      step('vote', {
        title: `${whose}le vote est ouvert sur la résolution ${openBallot}`,
        reason: `${name} : le président peut le clore à tout moment.`,
        to: `/assemblees/${meetingId}/vote`,
        action: 'Voter maintenant',
        rank: -3,
      }),
    )
  else if (state === 'OPEN' && isoDate(call.date) === today && !present && givenTo === null)
    steps.push(
      step('arrive', {
        title: `${whose}l’émargement est ouvert`,
        reason: `${name} : signez votre arrivée, sur place ou sur votre téléphone.`,
        to: `/assemblees/${meetingId}/presence`,
        action: 'Signer ma présence',
        rank: -2,
      }),
    )
  if (online > 0 && mayVote)
    steps.push(
      step('online', {
        title: `${whose}${plural(online, 'résolution ouverte', 'résolutions ouvertes')} au vote en ligne`,
        reason: `${name} : chaque vote en ligne prend fin quand la résolution est mise aux voix en séance.`,
        by: isoDate(call.date),
        to: `/assemblees/${meetingId}/vote`,
        action: 'Voter en ligne',
        rank: 1,
      }),
    )
  if (offers.length > 0)
    steps.push(
      step('offer', {
        title: `${whose}${offers.length < 2 ? `${offers[0]} vous propose son pouvoir` : `${list(offers)} vous proposent leur pouvoir`}`,
        reason: `Sans votre réponse, il ne sera pas représenté à ${BODY_WORDS[call.body].the}.`,
        by: isoDate(call.date),
        to: `/assemblees/${meetingId}/reponse?pour=${call.memberId}`,
        action: 'Répondre',
        rank: 2,
      }),
    )
  if (awaitsAnswer(call))
    steps.push({
      ...step('answer', {
        title: `${whose}dire si vous venez : ${name}`,
        reason: mayVote ? 'Sans vous, donnez pouvoir : votre voix compte.' : 'Vous y assistez et y prenez la parole.',
        by: isoDate(call.date),
        to: `/assemblees/${meetingId}/reponse?pour=${call.memberId}`,
        action: 'Répondre',
        rank: 7,
      }),
      key: answerKey(meetingId, call.memberId),
    })
  return steps
}

/** Whether nothing has been answered yet to a meeting that has not begun, nor a proxy given for it. */
export const awaitsAnswer = ({ state, answer, givenTo }: Pick<Call, 'state' | 'answer' | 'givenTo'>) =>
  state === 'CONVENED' && givenTo === null && (answer === null || answer === 'PROXY')
