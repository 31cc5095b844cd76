import { isInstalling } from '~/association/installation/is-installing.server'
import type { Context, SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { forbidden } from '~/platform/refusal'
import type { MandateInput } from './delegation.form'
import { byRepriseOnly } from './by-reprise-only'
import { writeMandate } from './write-mandate.server'

/**
 * Takes over, while the association is being installed, an officer in place and the decision that put him there (8.1-a). Refused:
 * an installation that is closed (409), whatever `writeMandate` refuses. Returns the id of the mandate.
 */
export async function recordMandate(ctx: Context | SystemContext, input: MandateInput): Promise<string> {
  if (ctx.actor && !may(ctx.actor, 'offices.manage') && !may(ctx.actor, 'association.write')) throw forbidden()
  return transact(ctx.db, async (tx) => {
    if (!(await isInstalling(tx))) throw byRepriseOnly('8.1-a', 'ce mandat')
    return writeMandate(tx, ctx, input, { kind: 'installation' })
  })
}
