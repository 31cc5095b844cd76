import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articlesInForce } from '~/statutes/catalogue-text'
import { modelStatutes } from '~/statutes/model'
import { parseStatutes } from '~/statutes/parse-statutes'
import type { Statutes } from '~/statutes/schema'
import { silences } from '~/statutes/silences'
import { randomStatutes } from './random-statutes'

const sentencesOf = (statutes: Statutes) => [
  ...articlesInForce(statutes).flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]),
  ...silences(statutes).flatMap(({ point, reading, why }) => [point, reading, why]),
]

/** What no French sentence holds: keys of the code, holes, and what does not agree. */
const WRONG = [
  /\b(founder|active|honorary|partner|ago|age|president|treasurer|members|voices|cast|voters|present|all|secret ballot)s?\b/,
  /present-or-represented|all-in-office|new-ballot|oldest|\b(null|undefined|NaN|true|false)\b|\[object/,
  / {2}|\.\.| [,.]|\( ?\)|: \.|\bles ?[.,;]/,
  /(?<!\p{L})(de (le|les|un|une) |à (le|les) |de [aeiouéèê]\p{L}*)/u,
  /\b[01] \p{L}+(s|aux)\b(?<!fois|mois|voix|des)/u,
  /\b(zéro|un|une) (jours|ans|années|rappels|voix reçues)\b|\bles (un|une|zéro) /,
  /\b(les|des) (le|la|l’)/,
]
/** No elision before this one. */
const ALLOWED = /\bde onze\b/g

/** The text of each rule. */
function byRule(statutes: Statutes): Map<string, string> {
  const found = new Map<string, string>()
  for (const { rule, text } of articlesInForce(statutes).flatMap(({ paragraphs }) => paragraphs))
    found.set(rule, `${found.get(rule) ?? ''}${text}\n`)
  return found
}

type Told = {
  /** The rules whose text may name this parameter; all others stay as they are when it changes. */
  rules: readonly string[]
  /** Whether it plays a part in these statutes: then at least one sentence changes with it. */
  plays?: (statutes: Statutes) => boolean
}

const hasFounders = ({ categories }: Statutes) => Object.hasOwn(categories, 'founder')
const hasHonorary = ({ categories }: Statutes) => Object.hasOwn(categories, 'honorary')
const ofAssembly = (by: string) => by === 'ago' || by === 'age'
const SHARED = ['13.2-b', '13.3-a']

/** Every parameter outside the categories, and where the statutes say it. */
const TOLD: Record<string, Told> = {
  name: { rules: ['2-a'] },
  region: { rules: ['6-b'] },
  fiscalYearEnd: { rules: ['14-a'] },
  'votingRight.unpaidDues': { rules: ['6-a'] },
  'votingRight.duesPaidBeforeDays': { rules: ['6-a'], plays: (one) => one.votingRight.unpaidDues !== 'votes' },
  'votingRight.seniority.months': { rules: ['6-a'] },
  'votingRight.seniority.strict': { rules: ['6-a'], plays: (one) => one.votingRight.seniority.months > 0 },
  'elections.secret': { rules: ['8.1-a'] },
  'elections.rounds': { rules: ['9.1-b'] },
  'elections.tie': { rules: ['9.1-b'] },
  'elections.candidacyDaysBefore': { rules: ['9.1-a'] },
  'elections.noCandidate.president': { rules: ['9.1-c'], plays: hasFounders },
  offices: { rules: ['8.1-a', '9.1-a'] },
  termYears: { rules: ['8.1-a'] },
  presidentMayRevoke: { rules: ['8.1-b'] },
  'admission.active.by': { rules: ['6.2-a'] },
  'admission.active.unanimityOf': { rules: ['6.2-a'], plays: (one) => one.admission.active.by === 'bureau' },
  'admission.honorary.by': { rules: ['6.3-a', ...SHARED], plays: hasHonorary },
  'admission.honorary.annual': {
    rules: ['6.3-a'],
    plays: (one) => hasHonorary(one) && ofAssembly(one.admission.honorary.by),
  },
  'admission.founder.by': { rules: ['6.1-c', ...SHARED], plays: hasFounders },
  'admission.founder.annual': {
    rules: ['6.1-c'],
    plays: (one) => hasFounders(one) && ofAssembly(one.admission.founder.by),
  },
  'admission.founder.from': { rules: ['6.1-c'], plays: hasFounders },
  'admission.founder.afterYears': { rules: ['6.1-c'], plays: hasFounders },
  'admission.founder.strict': { rules: ['6.1-c'], plays: hasFounders },
  'admission.founder.unanimityOf': { rules: ['6.1-c'], plays: hasFounders },
  'dues.reminders': { rules: ['6.4-b'] },
  'dues.daysBetweenReminders': { rules: ['6.4-b'] },
  'dues.formalNotice.registeredLetter': { rules: ['6.4-b'] },
  'dues.formalNotice.answerDays': { rules: ['6.4-b'] },
  'dues.removalBy': { rules: ['6.4-b', ...SHARED] },
  'dues.founderUnpaidYears': { rules: ['6.1-b'], plays: hasFounders },
  'discipline.exclusionBy': { rules: ['6.4-a', ...SHARED] },
  'discipline.defenceDays': { rules: ['6.4-a'] },
  'discipline.suspensionBy': { rules: ['6.4-c', ...SHARED] },
  'spending.investmentThresholdCents': { rules: ['12-b'] },
  'spending.atThreshold': { rules: ['12-b'] },
  'spending.above': { rules: ['12-b', ...SHARED] },
  'spending.basis': { rules: ['12-b'] },
  'spending.aggregateDays': { rules: ['12-b'] },
  'spending.gate': { rules: ['12-b'] },
  'spending.budgetOverrunPercent': { rules: ['12-c'] },
  'accounts.openToMembersDays': { rules: ['15-b'] },
  'formalities.declarationMonths': { rules: ['19-a'] },
  'bodies.bureau.perYear': { rules: ['8.3-a'] },
  'bodies.ago.perYear': { rules: ['13.2-a'] },
  'bodies.ago.withinMonthsOfYearEnd': { rules: ['13.2-a'] },
  'bodies.age.perYear': { rules: ['13.3-a'] },
  ...bodyParameters('bureau', { notice: ['8.3-a'], quorum: ['8.3-a'], vote: ['8.3-a'], second: ['8.3-a'] }),
  ...bodyParameters('ago', { notice: ['13.2-a'], quorum: ['13.2-c', '13.2-e'], vote: ['13.2-d'], second: ['13.2-e'] }),
  ...bodyParameters('age', { notice: ['13.3-a'], quorum: ['13.3-b'], vote: ['13.3-c'], second: ['13.3-b'] }),
}

function bodyParameters(
  key: 'bureau' | 'ago' | 'age',
  rules: Record<'notice' | 'quorum' | 'vote' | 'second', string[]>,
) {
  const at = (name: string, told: Told): [string, Told] => [`bodies.${key}.${name}`, told]
  const hasQuorum = (one: Statutes) => one.bodies[key].quorum.length > 0
  const hasSecond = (one: Statutes) => hasQuorum(one) && one.bodies[key].secondSession !== null
  return Object.fromEntries([
    at('notice.days', { rules: rules.notice }),
    at('notice.clear', { rules: rules.notice, plays: (one) => one.bodies[key].notice.days > 0 }),
    at('quorum', { rules: [...rules.quorum, ...rules.second] }),
    at('majority', { rules: rules.vote }),
    at('castingVote', { rules: rules.vote }),
    at('proxies', { rules: rules.vote }),
    at('remoteVote', { rules: rules.vote }),
    at('secondSession.majority', { rules: rules.second, plays: hasSecond }),
    at('secondSession.quorum', { rules: rules.second, plays: hasSecond }),
    at('secondSession.notice.days', { rules: rules.second, plays: hasSecond }),
  ])
}

type Node = Record<string, unknown> | undefined
const read = (statutes: Statutes, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Node)?.[key], statutes)

/** `statutes` with one parameter taken from `other`; null where either has none at this place. */
function withParameter(statutes: Statutes, other: Statutes, path: string): Statutes | null {
  const value = read(other, path)
  const changed = structuredClone(statutes)
  const keys = path.split('.')
  const holder = read(changed, keys.slice(0, -1).join('.')) ?? (keys.length === 1 ? changed : null)
  if (value === undefined || typeof holder !== 'object' || holder === null) return null
  Object.assign(holder, { [keys.at(-1) ?? '']: value })
  return changed
}

const differ = (some: unknown, other: unknown) => JSON.stringify(some) !== JSON.stringify(other)

describe('sentences for any statutes', () => {
  it('read as French: no key, no hole, no « les un jour », no « de une »', () => {
    fc.assert(
      fc.property(randomStatutes, (statutes) => {
        for (const sentence of sentencesOf(statutes))
          for (const wrong of WRONG) expect(sentence.replace(ALLOWED, ''), String(wrong)).not.toMatch(wrong)
      }),
      { numRuns: 60 },
    )
  })

  it('say each parameter in its own article, and in no other', () => {
    fc.assert(
      fc.property(randomStatutes, randomStatutes, (statutes, other) => {
        const before = byRule(statutes)
        for (const [path, { rules, plays = () => true }] of Object.entries(TOLD)) {
          const changed = withParameter(statutes, { ...other, name: 'CPTS de la Vallée' }, path)
          if (!changed || !parseStatutes(changed).ok || !differ(read(statutes, path), read(changed, path))) continue
          const after = byRule(changed)
          const turned = [...new Set([...before.keys(), ...after.keys()])].filter(
            (rule) => before.get(rule) !== after.get(rule),
          )
          expect(
            turned.filter((rule) => !rules.includes(rule)),
            `${path} is told elsewhere`,
          ).toEqual([])
          if (plays(statutes) && plays(changed)) expect(turned.length, `${path} is told nowhere`).toBeGreaterThan(0)
        }
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('give the reason of our own reading only where these statutes have it', () => {
    const ours = new Map(silences(modelStatutes).map((one) => [one.point, one]))
    fc.assert(
      fc.property(randomStatutes, (statutes) => {
        for (const { point, reading, why } of silences(statutes)) {
          const model = ours.get(point)
          const own = why.startsWith('C’est le choix de ces statuts')
          if (own) expect(reading).not.toBe(model?.reading)
          if (reading === model?.reading) expect(own).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
})
