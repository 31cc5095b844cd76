import { z } from 'zod'

/** Addresses of the mails: `?reponse=viens`. */
export const ANSWERS = { viens: 'COMING', visio: 'VIDEO', absent: 'ABSENT' } as const
export type AnswerWord = keyof typeof ANSWERS

export const readAnswer = (text: string | null): AnswerWord | 'pouvoir' | null =>
  text === 'viens' || text === 'visio' || text === 'absent' || text === 'pouvoir' ? text : null

export const answerForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('answer'),
    memberId: z.uuid(),
    reponse: z.enum(['viens', 'visio', 'absent'], { error: 'Choisissez une réponse.' }),
  }),
  z.object({
    intent: z.literal('give'),
    memberId: z.uuid(),
    holderId: z.uuid({ error: 'Choisissez à qui vous donnez pouvoir.' }),
  }),
  z.object({ intent: z.literal('accept'), proxyId: z.uuid() }),
  z.object({ intent: z.literal('decline'), proxyId: z.uuid() }),
  z.object({ intent: z.literal('revoke'), proxyId: z.uuid() }),
])
