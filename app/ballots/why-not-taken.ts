import type { RefusedVote } from './vote-result'

type Facts = {
  unmet: 'signed-out' | 'closed' | 'no-right' | 'taken'
  /** `reserved`: only some categories vote it (unanimity) */
  resolution: { state: string; mode: string | null; secret: boolean; reserved: boolean } | null
  slip: { memberId: string; voterId: string } | null
  /** the voter speaks for this member himself */
  mine: boolean
  /** the member is in the room */
  present: boolean
  label: string
}

/** Why the box took no vote for this member, in words fit for the voter. Reveals nothing that he may not know. */
export function whyNotTaken(facts: Facts): Pick<RefusedVote, 'code' | 'message'> {
  const { unmet, resolution, slip, mine, present, label } = facts
  if (unmet === 'closed' && resolution?.state === 'PENDING')
    return { code: 'not-open', message: 'Ce scrutin n’est pas encore ouvert.' }
  if (unmet === 'closed' && resolution?.state === 'OPEN')
    return {
      code: 'not-electronic',
      message:
        resolution.mode === 'HANDS'
          ? 'Ce vote se fait à main levée, dans la salle.'
          : 'Ce vote se fait sur bulletin de papier, dans la salle.',
    }
  if (unmet === 'closed') return { code: 'closed', message: 'Le scrutin est clos : ce vote n’a pas été compté.' }
  if (slip && slip.voterId !== slip.memberId && mine)
    return {
      code: 'voted-by-holder',
      message:
        'Votre mandataire a déjà voté pour vous dans ce scrutin : son vote vaut. Vous votez vous-même à partir du suivant.',
    }
  if (slip)
    return {
      code: 'voted-by-giver',
      message: `${label} a déjà voté dans ce scrutin : ce vote vaut, le vôtre n’est pas compté.`,
    }
  if (mine && !present && resolution?.state === 'OPEN')
    return { code: 'not-present', message: 'Votre présence n’est pas notée : faites-vous émarger, puis votez.' }
  return { code: 'no-right', message: withoutRight(facts) }
}

function withoutRight({ resolution, mine, label }: Facts): string {
  if (resolution?.state === 'ONLINE')
    return mine
      ? 'Vous n’avez pas de voix dans ce scrutin.'
      : 'Le vote en ligne est personnel : un pouvoir s’exerce en séance.'
  if (!mine) return `Vous n’avez pas, ou plus, le pouvoir de voter pour ${label}.`
  return resolution?.reserved
    ? 'Ce vote nominal est réservé aux membres d’une autre catégorie.'
    : 'Vous n’avez pas de voix dans ce scrutin.'
}
