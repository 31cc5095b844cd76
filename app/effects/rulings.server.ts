import type { MembershipEvent } from '~/members/register/fold-events'
import { eventObjection } from '~/members/register/record-member-event.server'
import type { Db, Tx } from '~/platform/db.server'
import { lawful, unlawful, type Ruling } from '~/statutes/ruling'

/** Lawful when all are; else with every reason of those that are not. */
export function allOf(...rulings: Ruling[]): Ruling {
  const refused = rulings.filter(({ outcome }) => outcome !== 'lawful')
  return refused.length === 0
    ? lawful(...rulings.flatMap(({ reasons }) => reasons))
    : unlawful(...refused.flatMap(({ reasons }) => reasons))
}

/** 6-a: would this event follow what is recorded of the membership, on that day? */
export async function follows(tx: Db | Tx, event: MembershipEvent & { memberId: string }): Promise<Ruling> {
  const against = await eventObjection(tx, event, event.on)
  return against ? unlawful(against) : lawful()
}
