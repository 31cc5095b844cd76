import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingContent } from '~/meetings/convene/content.server'
import { toldSince, type Snapshot, type VotedText } from '~/meetings/convene/told'
import { addDays } from '~/statutes/civil-date'
import { modelStatutes } from '~/statutes/model'
import { lastSendingDay } from '~/statutes/notice'
import { judgeTold } from '~/statutes/told'

const START = '2027-05-01'
const BODIES = ['ago', 'age', 'bureau'] as const

/** What an officer does to an agenda of one resolution, day after day. */
type Act = { after: number } & (
  { does: 'write'; text: number } | { does: 'move'; to: number } | { does: 'tell' | 'take-off' }
)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ after: fc.nat(6), does: fc.constant('write' as const), text: fc.nat(2) }),
  fc.record({ after: fc.nat(6), does: fc.constant('move' as const), to: fc.constantFrom(25, 30, 40) }),
  fc.record({ after: fc.nat(6), does: fc.constantFrom('tell' as const, 'take-off' as const) }),
)

const textOf = (text: number | null): VotedText => ({
  point: 'Achat', title: 'Achat', text: `Un achat de ${text} €.`, kind: 'RESOLUTION', among: [], effect: null, effectHash: 'none',
}) // prettier-ignore

function contentOf(text: number | null, date: string): MeetingContent {
  const { point, ...resolution } = textOf(text)
  const resolutions = text === null ? [] : [{ ...resolution, number: 1, secret: false }]
  return {
    association: { name: 'CPTS', email: 'contact@example.org' },
    meeting: { body: 'ago', session: 1, title: 'AG', date, startsAt: `${date}T18:30:00Z`, place: null, videoUrl: null, accountsOfYear: null },
    agenda: [{ position: 1, title: point, kind: 'VOTE', notes: '', resolutions }],
    documents: [],
  } // prettier-ignore
}

describe('13.2-a, 13.3-a, 8.3-a no ballot on what was not told within the notice', () => {
  it('what may be voted is what every reader of the sendings has read since a day in time', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.constantFrom(...BODIES), (acts, body) => {
        let [day, text, date] = [START, 0 as number | null, addDays(START, 30)]
        const snapshots: Snapshot[] = [{ sentOn: day, cancels: false, content: contentOf(text, date) }]
        for (const each of acts) {
          day = addDays(day, each.after)
          if (each.does === 'write') text = each.text
          if (each.does === 'move') date = addDays(START, each.to)
          if (each.does === 'take-off') text = null
          if (each.does === 'tell') snapshots.push({ sentOn: day, cancels: false, content: contentOf(text, date) })
        }
        const voted = textOf(text)
        const toldOn = toldSince(snapshots, { date, text: voted })
        const { outcome } = judgeTold({ statutes: modelStatutes, body, session: 1, date, toldOn, toldForFirst: null })
        const last = lastSendingDay(modelStatutes, body, 1, date)
        // what a member holds at the end of the last day in time, and everything that reached him after
        const inTime = snapshots.filter(({ sentOn }) => sentOn <= last).at(-1)
        const readings = snapshots.slice(inTime ? snapshots.indexOf(inTime) : 0)
        const reads = ({ content }: Snapshot) =>
          content.meeting.date === date && content.agenda[0]?.resolutions[0]?.text === voted.text
        expect(outcome === 'lawful').toBe(inTime !== undefined && readings.every(reads))
      }),
      { numRuns: 2_000 },
    )
  })
})
