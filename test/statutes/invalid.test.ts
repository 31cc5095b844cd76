import { describe, expect, it } from 'vitest'
import type { Fault } from '~/statutes/faults'
import { modelStatutes } from '~/statutes/model'
import { scenarioFaults } from '~/statutes/scenario-faults'
import { parseScenario } from '~/statutes/scenario-schema'
import { parseStatutes } from '~/statutes/parse-statutes'
import { election, resolution, scenario, unanimity } from './build'

type Json = Record<string, any> // eslint-disable-line @typescript-eslint/no-explicit-any -- raw JSON that tests spoil

function statutesFaults(spoil: (raw: Json) => void): Fault[] {
  const raw: Json = structuredClone(modelStatutes)
  spoil(raw)
  const parsed = parseStatutes(raw)
  return parsed.ok ? [] : parsed.faults
}

function faultsOfScenario(spoil: (raw: Json) => void): Fault[] {
  const raw: Json = structuredClone(
    scenario({
      proxies: [['A19', 'A1']],
      items: [
        resolution({ for: ['F1'], against: ['A1'] }),
        election([{ F1: ['F1'], F2: ['A1'] }]),
        unanimity({ for: ['F1'] }),
      ],
    }),
  )
  spoil(raw)
  const parsed = parseScenario(raw)
  return parsed.ok ? scenarioFaults(parsed.scenario, modelStatutes) : parsed.faults
}

const paths = (faults: Fault[]) => faults.map((fault) => fault.path)

describe('statutes refused, each fault by its path', () => {
  it('accepts the model', () => expect(statutesFaults(() => {})).toEqual([]))
  it.each<[string, (raw: Json) => void]>([
    ['format', (raw) => (raw.format = 'cpts-statutes/2')],
    ['name', (raw) => delete raw.name],
    ['effectiveFrom', (raw) => (raw.effectiveFrom = '2027-02-30')],
    ['region', (raw) => (raw.region = '75')],
    ['fiscalYearEnd', (raw) => (raw.fiscalYearEnd = '02-30')],
    ['quorum', (raw) => (raw.quorum = '1/3')],
    ['bodies.ca', (raw) => (raw.bodies.ca = raw.bodies.age)],
    ['bodies.bureau.withinMonthsOfYearEnd', (raw) => (raw.bodies.bureau.withinMonthsOfYearEnd = 6)],
    ['bodies.ago.withinMonthsOfYearEnd', (raw) => delete raw.bodies.ago.withinMonthsOfYearEnd],
    ['bodies.ago.notice.days', (raw) => (raw.bodies.ago.notice.days = -1)],
    ['bodies.ago.notice.days', (raw) => (raw.bodies.ago.notice.days = 1.5)],
    ['bodies.ago.quorum[0].atLeast', (raw) => (raw.bodies.ago.quorum[0].atLeast = '1/0')],
    ['bodies.ago.quorum[0].atLeast', (raw) => (raw.bodies.ago.quorum[0].atLeast = '3/2')],
    ['bodies.ago.quorum[0].atLeast', (raw) => (raw.bodies.ago.quorum[0].atLeast = 0.5)],
    ['bodies.ago.quorum[0].atLeast', (raw) => (raw.bodies.ago.quorum[0].atLeast = '50 %')],
    ['bodies.ago.quorum[0].represented', (raw) => delete raw.bodies.ago.quorum[0].represented],
    [
      'bodies.ago.quorum[0].relative',
      (raw) => (raw.bodies.ago.quorum[0] = { of: 'members', represented: true, relative: true }),
    ],
    ['bodies.ago.quorum[0].among[0]', (raw) => (raw.bodies.ago.quorum[0].among = ['friend'])],
    ['bodies.ago.quorum[0].among', (raw) => (raw.bodies.ago.quorum[0].among = [])],
    ['bodies.ago.majority', (raw) => (raw.bodies.ago.majority = [])],
    ['bodies.ago.majority[0]', (raw) => delete raw.bodies.ago.majority[0].moreThan],
    ['bodies.ago.majority[0].moreThan', (raw) => (raw.bodies.ago.majority[0].count = 2)],
    ['bodies.ago.majority[0].count', (raw) => (raw.bodies.ago.majority[0].count = 2)],
    ['bodies.ago.majority[0].moreThan', (raw) => (raw.bodies.ago.majority[0].moreThan = '2/2')],
    [
      'bodies.ago.majority[0].relative',
      (raw) => (raw.bodies.ago.majority[0] = { share: 'for', of: 'cast', unit: 'voices', relative: false }),
    ],
    ['bodies.ago.majority[0].of', (raw) => (raw.bodies.ago.majority[0].of = 'everyone')],
    ['bodies.age.castingVote', (raw) => (raw.bodies.age.castingVote = 'chair')],
    ['bodies.age.secondSession', (raw) => delete raw.bodies.age.secondSession],
    ['bodies.ago.secondSession.notice.days', (raw) => (raw.bodies.ago.secondSession.notice.days = 15)],
    ['bodies.ago.secondSession.notBeforeDays', (raw) => (raw.bodies.ago.secondSession.notBeforeDays = 16)],
    [
      'bodies.ago.remoteVote.mode',
      (raw) => (raw.bodies.ago.remoteVote = { article: '13.4', mode: 'post', hours: 72, countsInQuorum: true }),
    ],
    [
      'bodies.ago.remoteVote.hours',
      (raw) => (raw.bodies.ago.remoteVote = { article: '13.4', mode: 'window', hours: 0, countsInQuorum: true }),
    ],
    ['categories', (raw) => (raw.categories = {})],
    ['categories.active.voices', (raw) => (raw.categories.active.voices = -1)],
    ['categories.active.proxies.max', (raw) => (raw.categories.active.proxies.max = '1')],
    ['categories.active.proxies.maxVoices', (raw) => delete raw.categories.active.proxies.maxVoices],
    ['categories.active.proxies.from[0]', (raw) => (raw.categories.active.proxies.from = ['friend'])],
    ['categories.active.colour', (raw) => (raw.categories.active.colour = 'red')],
    ['votingRight.unpaidDues', (raw) => (raw.votingRight.unpaidDues = true)],
    ['elections.rounds', (raw) => (raw.elections.rounds = [])],
    ['elections.rounds[0].unit', (raw) => delete raw.elections.rounds[0].unit],
    ['elections.tie[1]', (raw) => (raw.elections.tie[1] = 'youngest')],
    ['elections.candidacyDaysBefore.king', (raw) => (raw.elections.candidacyDaysBefore.king = 7)],
    ['elections.noCandidate.king', (raw) => (raw.elections.noCandidate.king = 'none')],
    ['offices.president.seats', (raw) => (raw.offices.president.seats = 0)],
    ['admission.founder.from', (raw) => (raw.admission.founder.from = 'friend')],
    ['admission.friend', (raw) => (raw.admission.friend = { by: 'ago' })],
    ['spending.investmentThresholdCents', (raw) => (raw.spending.investmentThresholdCents = 4999.5)],
    ['dues.formalNotice.answerDays', (raw) => (raw.dues.formalNotice.answerDays = null)],
  ])('%s (%#)', (path, spoil) => expect(paths(statutesFaults(spoil))).toContain(path))
  it('4.27 the longest second notice that fits: 14 clear days in 15', () => {
    expect(statutesFaults((raw) => (raw.bodies.ago.secondSession.notice.days = 14))).toEqual([])
    expect(statutesFaults((raw) => (raw.bodies.ago.secondSession.notice = { days: 15, clear: false }))).toEqual([])
    expect(
      statutesFaults((raw) =>
        Object.assign(raw.bodies.ago.secondSession, { withinDays: null, notice: { days: 60, clear: true } }),
      ),
    ).toEqual([])
  })
  it('accepts every field of a remote vote, and other categories', () => {
    const spoil = (raw: Json) => {
      raw.bodies.ago.remoteVote = { article: '13.4', mode: 'window', hours: 72, countsInQuorum: true }
      raw.bodies.age.remoteVote = { article: '13.5', mode: 'live', hours: null, countsInQuorum: false }
      raw.categories.partner = {
        ...raw.categories.active,
        label: 'partenaire',
        proxies: { max: null, maxVoices: 3, from: ['active', 'partner'] },
      }
    }
    expect(statutesFaults(spoil)).toEqual([])
  })
  it.each([null, 1, 'model', [], undefined])('%j is no statutes', (input) => {
    const parsed = parseStatutes(input)
    expect(parsed.ok ? [] : paths(parsed.faults)).toEqual(['(fichier)'])
  })
  it('keys that touch the object itself are unknown keys', () => {
    const raw = (text: string): unknown =>
      JSON.parse(JSON.stringify(modelStatutes).replace('"region"', `${text},"region"`))
    const found = (input: unknown) => {
      const parsed = parseStatutes(input)
      return parsed.ok ? [] : paths(parsed.faults)
    }
    expect(found(raw('"__proto__":{"polluted":true}'))).toEqual(['__proto__'])
    expect(found(raw('"constructor":1'))).toEqual(['constructor'])
    expect(
      found(JSON.parse(JSON.stringify(modelStatutes).replace('"categories":{', '"categories":{"__proto__":{},'))),
    ).toEqual(['categories.__proto__'])
    expect(
      found(JSON.parse(JSON.stringify(modelStatutes).replace('"from":["active"]', '"from":["toString"]'))),
    ).toEqual(['categories.active.proxies.from[0]'])
  })
})

describe('scenarios refused, each fault by its path', () => {
  it('accepts a sound one', () => expect(faultsOfScenario(() => {})).toEqual([]))
  it.each<[string, (raw: Json) => void]>([
    ['format', (raw) => (raw.format = 'cpts-scenario/2')],
    ['statutes', (raw) => (raw.statutes = 3)],
    ['note', (raw) => (raw.note = 'x')],
    ['members[1].id', (raw) => (raw.members[1].id = 'F1')],
    ['members[1].id', (raw) => (raw.members[1].id = 7)],
    ['members[2].category', (raw) => (raw.members[2].category = 'friend')],
    ['members[2].category', (raw) => (raw.members[2].category = 'toString')],
    ['members[2].admitted', (raw) => (raw.members[2].admitted = '2020-02-30')],
    ['members[2].born', (raw) => (raw.members[2].born = '12/03/1970')],
    ['members[2].duesPaidOn', (raw) => (raw.members[2].duesPaidOn = true)],
    ['members[2].president', (raw) => (raw.members[2].president = true)],
    ['members[2].suspended', (raw) => delete raw.members[2].suspended],
    ['members[2].voices', (raw) => (raw.members[2].voices = 3)],
    ['meeting.body', (raw) => (raw.meeting.body = 'ca')],
    ['meeting.session', (raw) => (raw.meeting.session = 3)],
    ['meeting.session', (raw) => (raw.meeting.session = '1')],
    ['meeting.date', (raw) => (raw.meeting.date = '2027-06-31')],
    ['meeting.sentOn', (raw) => delete raw.meeting.sentOn],
    ['meeting.failedOn', (raw) => (raw.meeting.session = 2)],
    ['meeting.session', (raw) => Object.assign(raw.meeting, { body: 'age', session: 2, failedOn: '2027-05-20' })],
    ['meeting.place', (raw) => (raw.meeting.place = 'Paris')],
    ['present[24]', (raw) => raw.present.push('Z9')],
    ['present[24]', (raw) => raw.present.push('F1')],
    ['proxies[0].from', (raw) => (raw.proxies[0].from = 'Z9')],
    ['proxies[0].to', (raw) => (raw.proxies[0].to = 'Z9')],
    ['proxies[0].scan', (raw) => (raw.proxies[0].scan = 'x.pdf')],
    ['items[1].id', (raw) => (raw.items[1].id = 'R1')],
    ['items[0].kind', (raw) => (raw.items[0].kind = 'motion')],
    ['items[0].kind', (raw) => delete raw.items[0].kind],
    ['items[0].blank', (raw) => delete raw.items[0].blank],
    ['items[0].secret', (raw) => (raw.items[0].secret = 'yes')],
    ['items[0].gone[0]', (raw) => (raw.items[0].gone = ['Z9'])],
    ['items[0].for[1]', (raw) => raw.items[0].for.push('F1')],
    ['items[0].against[1]', (raw) => raw.items[0].against.push('F1')],
    ['items[0].blank[0]', (raw) => raw.items[0].blank.push('Z9')],
    ['items[0].votes', (raw) => (raw.items[0].votes = {})],
    ['items[1].office', (raw) => (raw.items[1].office = 'king')],
    ['items[1].rounds[0].ballots.Z9', (raw) => (raw.items[1].rounds[0].ballots.Z9 = [])],
    ['items[1].rounds[0].ballots.F2[1]', (raw) => raw.items[1].rounds[0].ballots.F2.push('F1')],
    ['items[1].rounds[0].blank[0]', (raw) => raw.items[1].rounds[0].blank.push('A1')],
    ['items[1].rounds[0].blank', (raw) => delete raw.items[1].rounds[0].blank],
    ['items[1].rounds[0].ballots', (raw) => (raw.items[1].rounds[0].ballots = [])],
    ['items[2].among[0]', (raw) => (raw.items[2].among = ['friend'])],
    ['items[2].among', (raw) => delete raw.items[2].among],
    ['items[2].against[0]', (raw) => raw.items[2].against.push('F1')],
  ])('%s (%#)', (path, spoil) => expect(paths(faultsOfScenario(spoil))).toContain(path))
  it('a candidate named twice in two rounds is no fault', () => {
    expect(
      faultsOfScenario((raw) => raw.items[1].rounds.push({ ballots: { F1: ['F1'], F2: ['A1'] }, blank: [] })),
    ).toEqual([])
  })
  it('tells the first of very many faults', () => {
    expect(faultsOfScenario((raw) => (raw.members = Array.from({ length: 100_000 }, () => 1))).length).toBeLessThan(100)
  })
})
