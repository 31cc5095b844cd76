import { dateColumn } from '~/platform/dates'
import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { addMonths } from '~/statutes/civil-date'

const MONTHS = 3

/**
 * Empties the facts of reprises that described people, three months after they are over: the register says it where it was
 * signed, nobody needs it where it was not. The act cited, the signatures and the hash stay. Returns how many.
 */
export async function eraseOldReprises(tx: Tx, ctx: SystemContext): Promise<number> {
  const before = dateColumn(addMonths(parisDate(ctx.now), -MONTHS))
  return tx.$executeRaw`
    update "Reprise" set facts = '[]'::jsonb
     where state <> 'PROPOSED' and "closedAt" < ${before}
       and jsonb_path_exists(facts, '$[*].kind ? (@ == "member" || @ == "import" || @ == "identity" || @ == "representative")')`
}
