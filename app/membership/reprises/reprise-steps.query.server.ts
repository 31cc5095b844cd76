import { reprisesToSign } from './reprise-page.query.server'
import type { Context } from '~/platform/context'
import { plural, shortDate } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

/** Facts decided elsewhere that another officer proposed and that wait for this signature. */
export async function repriseSteps(ctx: Context): Promise<HomeStep[]> {
  const { count, since, only } = await reprisesToSign(ctx)
  if (count === 0 || since === null) return []
  return [
    {
      ...PLAIN_STEP,
      key: 'reprises',
      title: plural(count, 'reprise à signer ou à refuser', 'reprises à signer ou à refuser'),
      reason: `Proposée par un autre membre du Bureau le ${shortDate(since)} : rien n’est enregistré sans une seconde signature.`,
      rule: '8.1-a',
      to: only === null ? '/reprises' : `/reprises/${only}`,
      action: 'Lire, puis signer ou refuser',
      rank: 4,
    },
  ]
}
