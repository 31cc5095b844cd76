import type { MemberCard } from './member-cards.query.server'

type Answered = Pick<MemberCard, 'answer' | 'given'>

/** Where a member stands, in one sentence. */
export function answerSentence({ answer, given }: Answered): string {
  if (given?.holderAbsent) return `Vous donnez pouvoir à ${given.holder}, qui a répondu « Je ne viens pas ».`
  if (given?.state === 'ACCEPTED') return `Vous donnez pouvoir à ${given.holder}, qui a accepté.`
  if (given) return `Vous donnez pouvoir à ${given.holder}, qui n’a pas encore répondu.`
  switch (answer) {
    case 'COMING':
      return 'Vous avez répondu que vous venez.'
    case 'VIDEO':
      return 'Vous avez répondu que vous venez par visioconférence.'
    case 'ABSENT':
      return 'Vous avez répondu que vous ne venez pas.'
    case 'PROXY':
      return 'Votre pouvoir n’est plus en cours : répondez de nouveau.'
    case null:
      return 'Vous n’avez pas encore répondu.'
  }
}

/** Whether an answer is still awaited. */
export const unanswered = ({ answer, given }: Answered): boolean => !given && (answer === null || answer === 'PROXY')
