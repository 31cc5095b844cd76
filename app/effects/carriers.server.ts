import { statutesVersion } from '~/association/in-force.server'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import type { CivilDate } from '~/statutes/civil-date'
import { judgeCompetence } from '~/statutes/competence'
import { lawful, type Ruling } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import { admitActive } from './admit-active.server'
import { annulExclusion } from './annul-exclusion.server'
import { awardHonorary } from './award-honorary.server'
import type { Carrier, Foreseen, Sitting } from './carrier'
import { excludeMember } from './exclude-member.server'
import { grantFounder } from './grant-founder.server'
import { filePart, type Effect, type EffectKind } from './index'
import { none } from './none.server'
import { removeMember } from './remove-member.server'
import { setDues } from './set-dues.server'
import { suspendMember } from './suspend-member.server'
import { withdrawFounder } from './withdraw-founder.server'

/** What each effect does: one file each, beside its declaration. */
export const CARRIERS: { [K in EffectKind]: Carrier<K> } = {
  none,
  'set-dues': setDues,
  'award-honorary': awardHonorary,
  'grant-founder': grantFounder,
  'suspend-member': suspendMember,
  'remove-member': removeMember,
  'exclude-member': excludeMember,
  'annul-exclusion': annulExclusion,
  'withdraw-founder': withdrawFounder,
  'admit-active': admitActive,
}

/** 13.2-b, 13.3-a: whether the body may decide it; a file that names its organ is judged by its own rule. */
export const competenceRuling = (statutes: Statutes, body: Sitting['body'], kind: EffectKind): Ruling =>
  filePart(kind)?.namesItsOrgan ? lawful() : judgeCompetence(statutes, body, kind)

/**
 * Whether adoption could take effect on the day of the meeting, as far as that can be known before (6.1-b, 6.1-c, 6.2-a, 6.3-a, 6.4,
 * 13.2-b): looked at when a resolution is written, when the meeting is convened, and by the effect itself at the ballot.
 */
export async function effectRuling(
  tx: Db | Tx,
  effect: Effect,
  { meeting, text, today }: { meeting: Sitting; text: string; today: CivilDate },
): Promise<Ruling> {
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const competence = competenceRuling(statutes, meeting.body, effect.kind)
  if (competence.outcome !== 'lawful' || effect.kind === 'none') return competence
  const { foresee }: { foresee: (judged: Foreseen, effect: never) => Promise<Ruling> } = CARRIERS[effect.kind]
  const [date, annual] = [isoDate(meeting.date), meeting.accountsOfYear !== null]
  return foresee({ tx, meeting, statutes, date, annual, text, today }, effect as never)
}
