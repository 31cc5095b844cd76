import { statutesInForce } from '~/association/in-force.server'
import { STILL_TO_BE_VOTED } from '~/meetings/agenda/listing.server'
import { isPresident } from '~/meetings/convene/signer.server'
import { whoAdmits } from './who-admits'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { may } from '~/platform/permissions'
import { plural } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

/** 6.2-a: requests to join that are not on an agenda of the Bureau yet. */
export async function applicationSteps(ctx: Context): Promise<HomeStep[]> {
  if (!may(ctx.actor, 'members.write')) return []
  const count = await ctx.db.application.count({
    where: { state: { in: ['SUBMITTED', 'LISTED'] }, listings: { none: STILL_TO_BE_VOTED } },
  })
  if (count === 0) return []
  const { statutes } = await statutesInForce(ctx.db, parisDate(ctx.now))
  const { organ, name, unanimous } = whoAdmits(statutes)
  const alone = organ === 'president'
  if (alone && !isPresident(ctx)) return []
  return [
    {
      ...PLAIN_STEP,
      key: 'applications',
      title: alone
        ? plural(count, 'candidature attend votre réponse', 'candidatures attendent votre réponse')
        : plural(count, 'candidature à inscrire', 'candidatures à inscrire'),
      reason: alone
        ? 'Les statuts donnent cette décision au Président seul.'
        : `${name} décide${unanimous ? ' à l’unanimité de ses membres en fonction' : ''} : la candidature va à son ordre du jour.`,
      rule: '6.2-a',
      to: '/candidatures',
      action: 'Voir les candidatures',
      rank: 6,
    },
  ]
}
