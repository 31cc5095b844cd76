import { recordStatutes } from '~/association/record-statutes.server'
import { modelStatutes } from '~/statutes/model'
import type { Statutes } from '~/statutes/schema'
import type { Db } from '~/platform/db.server'
import { instantOf } from '~/platform/clock.server'
import { ASSOCIATION } from './association'
import type { DemoCalendar } from './calendar'

/** What the constitutive assembly adopted: the model, with the end of the fiscal year that this association chose. */
const founding = (calendar: DemoCalendar): Statutes => ({
  ...modelStatutes,
  name: ASSOCIATION.name,
  effectiveFrom: calendar.constitution,
  fiscalYearEnd: calendar.fiscalYearEnd,
})

/**
 * What the extraordinary assembly changed: active members may be elected to the Bureau (four founders cannot fill five
 * seats), and a new article 13.4 admits votes from afar. The format knows one mode for each body. The ordinary assembly,
 * where everybody votes once a year, has the window of 72 hours, which counts in the quorum that such assemblies miss; the
 * extraordinary assembly and the Bureau, which debate what they change, have the live vote of who attends by video.
 */
function amended(calendar: DemoCalendar): Statutes {
  const first = founding(calendar)
  const { bureau, ago, age } = first.bodies
  const { active, ...others } = first.categories
  if (!active) throw new Error('the model has active members')
  const live = { article: '13.4', mode: 'live' as const, hours: null, countsInQuorum: true }
  const window = { article: '13.4', mode: 'window' as const, hours: 72, countsInQuorum: true }
  return {
    ...first,
    effectiveFrom: calendar.statutesChange,
    categories: { ...others, active: { ...active, mayHoldOffice: true } },
    bodies: {
      bureau: { ...bureau, remoteVote: live },
      ago: { ...ago, remoteVote: window },
      age: { ...age, remoteVote: live },
    },
  }
}

/** Both versions of the statutes, the second in force today. */
export async function seedStatutes(db: Db, calendar: DemoCalendar): Promise<void> {
  await record(db, founding(calendar), {
    adoptedOn: calendar.constitution,
    adoptedBy: 'assemblée générale constitutive',
  })
  await record(db, amended(calendar), {
    adoptedOn: calendar.statutesChange,
    adoptedBy: 'assemblée générale extraordinaire',
  })
}

const record = (db: Db, settings: Statutes, adoption: { adoptedOn: string; adoptedBy: string }) =>
  recordStatutes(db, settings, { ...adoption, now: instantOf(adoption.adoptedOn, '21:30') })
