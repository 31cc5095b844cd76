import type { Context } from '~/platform/context'
import { readsReturns } from '~/platform/mail/returned/decide-returned.server'
import { countWaiting } from '~/platform/mail/returned/returned-page.query.server'
import { plural } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from './step'

/** Messages of the box of returns that only a person can judge: until then nobody knows whether ours arrived. */
export async function returnedSteps(ctx: Context): Promise<HomeStep[]> {
  const count = readsReturns(ctx) ? await countWaiting(ctx.db) : 0
  if (count === 0) return []
  return [
    {
      ...PLAIN_STEP,
      key: 'returned-mails',
      title: plural(count, 'réponse à lire dans la boîte des retours', 'réponses à lire dans la boîte des retours'),
      reason: 'Un message revenu n’a peut-être pas été reçu : dites s’il est non remis, ou sans effet.',
      to: '/courriels-revenus',
      action: 'Lire les réponses',
      rank: 3,
    },
  ]
}
