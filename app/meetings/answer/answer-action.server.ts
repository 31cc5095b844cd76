import type { z } from 'zod'
import type { Context } from '~/platform/context'
import { answerProxy } from '../proxies/answer-proxy.server'
import { offerProxy } from '../proxies/offer-proxy.server'
import { revokeProxy } from '../proxies/revoke-proxy.server'
import { ANSWERS, type answerForm } from './answer.form'
import { recordAnswer } from './record-answer.server'

/** Carries out what the answer's page sent. */
export async function carryOutAnswer(
  ctx: Context,
  meetingId: string,
  input: z.output<typeof answerForm>,
): Promise<void> {
  switch (input.intent) {
    case 'answer':
      return recordAnswer(ctx, { meetingId, memberId: input.memberId, kind: ANSWERS[input.reponse] })
    case 'give':
      await offerProxy(ctx, { meetingId, giverId: input.memberId, holderId: input.holderId })
      return
    case 'revoke':
      return revokeProxy(ctx, { proxyId: input.proxyId })
    case 'accept':
    case 'decline':
      await answerProxy(ctx, { proxyId: input.proxyId, accept: input.intent === 'accept' })
  }
}
