import type { Context } from '../../context'
import { boxIsSet, lastTrial, type BoxTrial } from './box-trial.server'
import { readsReturns } from './decide-returned.server'
import { countWaiting } from './returned-page.query.server'
import { plural } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from '../../home-step'

/**
 * What only a person can do about returned mail: read the messages that no program could judge, and see to a box that has never been
 * tried or does not receive. Until then nobody knows whether ours arrived.
 */
export async function returnedSteps(ctx: Context): Promise<HomeStep[]> {
  if (!readsReturns(ctx)) return []
  const [count, trial] = await Promise.all([countWaiting(ctx.db), boxIsSet() ? lastTrial(ctx) : null])
  const box = trial && BOX[trial.state]
  return [
    ...(count === 0 ? [] : [waiting(count)]),
    ...(box ? [{ ...PLAIN_STEP, key: 'returns-box', to: '/courriels-revenus', rank: 3, ...box }] : []),
  ]
}

const waiting = (count: number): HomeStep => ({
  ...PLAIN_STEP,
  key: 'returned-mails',
  title: plural(count, 'réponse à lire dans la boîte des retours', 'réponses à lire dans la boîte des retours'),
  reason: 'Un message revenu n’a peut-être pas été reçu : dites s’il est non remis, ou sans effet.',
  to: '/courriels-revenus',
  action: 'Lire les réponses',
  rank: 3,
})

const FAILS = {
  title: 'La boîte des retours ne reçoit pas ce qui revient',
  reason: 'Le dernier essai n’y est pas arrivé : un courriel non remis passerait pour reçu.',
  action: 'Voir l’essai',
}
const BOX: Partial<Record<BoxTrial['state'], Pick<HomeStep, 'title' | 'reason' | 'action'>>> = {
  never: {
    title: 'Essayer la boîte des retours',
    reason: 'Rien ne dit encore qu’un courriel non remis y serait lu.',
    action: 'Essayer',
  },
  refused: FAILS,
  late: FAILS,
}
