import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sessionOf, startingCase, type SimulatorCase } from '~/association/simulator/case'
import { caseSearch, readCase } from '~/association/simulator/case-fields'
import { play } from '~/association/simulator/play'
import { presets } from '~/association/simulator/presets'
import { readScenarioText } from '~/association/simulator/read-file'
import { whatWouldChange } from '~/association/simulator/what-would-change'
import { modelStatutes } from '~/statutes/model'

const counts = { founder: 4, active: 20, honorary: 2 }
const start = startingCase(modelStatutes, { body: 'ago', session: 1, counts })
type Figures = Partial<SimulatorCase['categories'][string]>
const withFigures = (founder: Figures, active: Figures, rest: Partial<SimulatorCase> = {}): SimulatorCase => {
  const none = { present: 0, represented: 0, for: 0, against: 0, abstained: 0, blank: 0 }
  const base = { ...start, ...rest }
  const [one, other] = [start.categories.founder, start.categories.active]
  if (!one || !other) throw new Error('the model has both')
  return { ...base, categories: { founder: { ...one, ...none, ...founder }, active: { ...other, ...none, ...active } } }
}

test('it starts from the statutes and the members: quorum of a third of 24 heads', () => {
  expect(Object.keys(start.categories)).toEqual(['founder', 'active'])
  expect(play(modelStatutes, start).answer?.quorum).toMatchObject({ base: 24, required: 8 })
})

test.each([
  [7, false],
  [8, true],
  [9, true],
])('13.2-c %i heads of 24, a third asked: met %s', (heads, met) => {
  const given = withFigures({ present: 4, for: 4 }, { present: heads - 4, for: heads - 4 })
  expect(play(modelStatutes, given).answer?.quorum.met).toBe(met)
})

test('13.2-d a tie is settled by the President in an open ballot, and by nobody in a secret one', () => {
  const tie = withFigures({ present: 4, for: 4 }, { present: 12, against: 12 })
  expect(play(modelStatutes, tie).vote).toMatchObject({ adopted: true, casting: 'for', for: 12, against: 12 })
  expect(play(modelStatutes, { ...tie, secret: true }).vote).toMatchObject({ adopted: false, casting: null })
})

test('weights and fractions of the case replace those of the statutes', () => {
  const given = withFigures({ present: 4, for: 4, voices: 1 }, { present: 6, against: 6 }, { quorum: '1/2' })
  expect(play(modelStatutes, given).answer?.quorum).toMatchObject({ required: 12, met: false })
  expect(play(modelStatutes, { ...given, quorum: '1/3' }).vote).toMatchObject({ adopted: false, for: 4, against: 6 })
})

test('6.1-d proxies beyond the limits are refused and do not count', () => {
  const { answer } = play(modelStatutes, withFigures({ present: 1, represented: 3, for: 1 }, {}, { quorum: '' }))
  expect(answer?.proxies.map(({ accepted }) => accepted)).toEqual([true, true, false])
})

test('figures that do not fit are told beside their field', () => {
  expect(play(modelStatutes, withFigures({ present: 5 }, {})).faults).toHaveProperty(['presents.founder'])
  expect(play(modelStatutes, withFigures({ present: 2, for: 3 }, {})).faults).toHaveProperty(['pour.founder'])
  expect(readCase(new URLSearchParams({ 'presents.founder': 'x', seuil: '3/2' }), start).faults).toEqual({
    'presents.founder': expect.any(String),
    seuil: expect.any(String),
  })
})

test('what would change the outcome is the least that does', () => {
  const given = withFigures({ present: 4, for: 4 }, { present: 12, for: 1, against: 11 })
  const changes = whatWouldChange(modelStatutes, given, play(modelStatutes, given))
  expect(changes.join(' ')).toContain(
    'Si 1 membre fondateur votait contre au lieu de pour, la résolution serait rejetée',
  )
  const short = withFigures({ present: 4, for: 4 }, { present: 2, for: 2 })
  expect(whatWouldChange(modelStatutes, short, play(modelStatutes, short)).join('')).toContain('Il manque 2 membres')
})

test('the cases to try are what they say', () => {
  const [short, tie, secret] = presets(modelStatutes, start).map(({ given }) => play(modelStatutes, given))
  expect(short?.answer?.quorum).toMatchObject({ met: false, counted: 7, required: 8 })
  expect(tie?.vote).toMatchObject({ adopted: true, casting: 'for' })
  expect(secret?.vote).toMatchObject({ adopted: false })
})

test('a case survives its address', () => {
  const figure = fc.nat(30)
  const figures = fc.record({
    members: figure,
    voices: figure,
    present: figure,
    represented: figure,
    for: figure,
    against: figure,
    abstained: figure,
    blank: figure,
  })
  fc.assert(
    fc.property(figures, figures, fc.boolean(), (founder, active, secret) => {
      const given = withFigures(founder, active, { secret })
      expect(readCase(new URLSearchParams(caseSearch(given)), start)).toEqual({ given, faults: {} })
    }),
  )
})

test('whatever the figures, the simulator answers or tells what does not fit', () => {
  const figure = fc.nat(12)
  const figures = fc.record({
    members: figure,
    present: figure,
    represented: figure,
    for: figure,
    against: figure,
    abstained: figure,
    blank: figure,
  })
  const president = fc.constantFrom('for' as const, 'against' as const, 'none' as const, 'absent' as const)
  fc.assert(
    fc.property(figures, figures, president, fc.boolean(), (founder, active, vote, secret) => {
      const { faults, vote: answer } = play(modelStatutes, withFigures(founder, active, { president: vote, secret }))
      expect(Object.keys(faults).length > 0).toBe(answer === null)
      if (answer) expect(answer.setAside).toEqual([])
    }),
  )
})

test('a body without a second session has the first only', () => {
  expect([sessionOf(modelStatutes, 'ago', 2), sessionOf(modelStatutes, 'age', 2)]).toEqual([2, 1])
})

test('the case written out as a scenario gives the same answer when it is read back', () => {
  const played = play(modelStatutes, start)
  const read = readScenarioText(JSON.stringify(played.scenario))
  expect(read.ok && read.answer).toEqual(played.answer)
})

test('a file that cannot be read names the path of each fault', () => {
  expect(readScenarioText('{')).toMatchObject({ ok: false, faults: [{ path: '(fichier)' }] })
  const model = { format: 'cpts-scenario/1', statutes: 'model' }
  const read = readScenarioText(JSON.stringify(model))
  expect(read.ok ? [] : read.faults.map(({ path }) => path)).toContain('meeting')
  expect(readScenarioText(JSON.stringify({ ...model, statutes: './a.json' }))).toMatchObject({ ok: false })
})
