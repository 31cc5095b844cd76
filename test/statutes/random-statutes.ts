import fc from 'fast-check'
import { modelStatutes } from '~/statutes/model'
import { parseStatutes } from '~/statutes/parse-statutes'
import type { Statutes } from '~/statutes/schema'

const organs = ['ago', 'age', 'bureau', 'president'] as const
const organ = fc.constantFrom(...organs)
const share = fc.constantFrom('1/4', '1/3', '1/2', '3/5', '2/3', '3/4', '7/13')
const few = fc.nat({ max: 4 })
const days = fc.constantFrom(0, 1, 2, 7, 15, 30, 45)
const notice = fc.record({ days, clear: fc.boolean() })

const threshold = fc.oneof(
  share.map((atLeast) => ({ atLeast })),
  share.map((moreThan) => ({ moreThan })),
  fc.integer({ min: 1, max: 9 }).map((count) => ({ count })),
)
const quorum = fc.array(
  fc
    .record({ of: fc.constantFrom('members' as const, 'voices' as const), represented: fc.boolean() })
    .chain((rest) => threshold.map((one) => ({ ...rest, ...one }))),
  { maxLength: 2 },
)
const side = fc.constantFrom('for' as const, 'against' as const)
const unit = fc.constantFrom('voices' as const, 'members' as const)
/** A number of votes, or more of one side than of the other, looks at no base. */
const baseless = fc.record({
  share: side,
  of: fc.constant('cast' as const),
  unit,
  threshold: fc.oneof(
    fc.constant({ relative: true as const }),
    fc.integer({ min: 1, max: 9 }).map((count) => ({ count })),
  ),
})
const based = fc.record({
  share: side,
  of: fc.constantFrom('cast' as const, 'voters' as const, 'present' as const, 'all' as const),
  unit,
  threshold: fc.oneof(
    share.map((atLeast) => ({ atLeast })),
    share.map((moreThan) => ({ moreThan })),
  ),
})
const majority = fc.array(
  fc.oneof(based, baseless).map(({ threshold: one, ...rest }) => ({ ...rest, ...one })),
  { minLength: 1, maxLength: 2 },
)
const remoteVote = fc.option(
  fc
    .record({
      article: fc.constantFrom('13.4', '13 bis'),
      when: fc.oneof(
        fc.constant({ mode: 'live' as const, hours: null }),
        fc.constantFrom(1, 24, 48).map((hours) => ({ mode: 'window' as const, hours })),
      ),
      countsInQuorum: fc.boolean(),
    })
    .map(({ when, ...rest }) => ({ ...rest, ...when })),
)
const secondSession = fc.option(
  fc.record({
    withinDays: fc.option(fc.constantFrom(15, 30, 60)),
    notBeforeDays: fc.option(fc.constantFrom(0, 1, 8)),
    notice: fc.record({ days: fc.constantFrom(0, 1, 7), clear: fc.boolean() }),
    quorum,
    majority,
  }),
)
const body = {
  perYear: few,
  notice,
  proxies: fc.boolean(),
  remoteVote,
  quorum,
  majority,
  castingVote: fc.constantFrom('none' as const, 'president' as const, 'president-open-ballot' as const),
  secondSession,
}
const category = (label: fc.Arbitrary<string>, known: readonly string[]) =>
  fc.record({
    label,
    voices: few,
    mayVote: fc.boolean(),
    countsInQuorum: fc.boolean(),
    paysDues: fc.boolean(),
    mayHoldOffice: fc.boolean(),
    proxies: fc.record({
      max: fc.option(few),
      maxVoices: fc.option(few),
      from: fc.uniqueArray(fc.constantFrom(...known), { maxLength: 2 }),
    }),
  })

const LABELS = {
  founder: ['membre fondateur', 'structure fondatrice'],
  active: ['membre actif', 'adhérente', 'membre actif (collège 1)'],
  honorary: ["membre d'honneur", 'invité'],
  partner: ['structure partenaire', 'membre du collège 2'],
}

/** Categories: those of the model or not, and one of the association's own or not; never none at all. */
const categories = fc
  .subarray(['founder', 'active', 'honorary', 'partner'] as const, { minLength: 1 })
  .chain((keys) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, category(fc.constantFrom(...LABELS[key]), keys)]))),
  )

/** Any statutes that `parseStatutes` takes: every parameter is drawn, far from the model's values too. */
export const randomStatutes: fc.Arbitrary<Statutes> = categories
  .chain((drawn) => {
    const known = Object.keys(drawn)
    return fc.record({
      format: fc.constant('cpts-statutes/1' as const),
      name: fc.constant('CPTS du Val'),
      effectiveFrom: fc.constant('2020-01-01'),
      region: fc.subarray(['75', '93', '2A']),
      fiscalYearEnd: fc.constantFrom('12-31', '06-30', '08-01'),
      categories: fc.constant(drawn),
      votingRight: fc.record({
        unpaidDues: fc.constantFrom('votes' as const, 'attends' as const, 'excluded' as const),
        duesPaidBeforeDays: days,
        seniority: fc.record({ months: few, strict: fc.boolean() }),
      }),
      bodies: fc.record({
        bureau: fc.record(body),
        ago: fc.record({ ...body, withinMonthsOfYearEnd: fc.constantFrom(0, 1, 6, 9) }),
        age: fc.record(body),
      }),
      elections: fc.record({
        secret: fc.boolean(),
        rounds: fc.array(
          fc.oneof(
            fc.constant({ relative: true as const }),
            share.map((moreThan) => ({ of: 'cast' as const, unit: 'voices' as const, moreThan })),
            share.map((atLeast) => ({ of: 'all' as const, unit: 'members' as const, atLeast })),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        tie: fc.subarray(['new-ballot', 'older', 'lots'] as const),
        candidacyDaysBefore: fc.dictionary(fc.constantFrom('president', 'treasurer'), days),
        noCandidate: fc.record({ president: fc.constantFrom('oldest-founder' as const, 'none' as const) }),
      }),
      offices: fc.record({
        president: fc.constant({ seats: 1, required: true }),
        treasurer: fc.record({ seats: fc.constantFrom(1, 2), required: fc.boolean() }),
        'vice-president': fc.record({ seats: fc.constantFrom(1, 12), required: fc.boolean() }),
      }),
      termYears: fc.constantFrom(1, 2, 3, 6),
      presidentMayRevoke: fc.constantFrom('off' as const, 'provisional' as const, 'final' as const),
      admission: fc.record({
        active: fc.record({ by: organ, unanimityOf: fc.constantFrom('all-in-office' as const, 'present' as const) }),
        honorary: fc.record({ by: organ, annual: fc.boolean() }),
        founder: fc.record({
          by: organ,
          annual: fc.boolean(),
          from: fc.constantFrom(...known),
          afterYears: few,
          strict: fc.boolean(),
          unanimityOf: fc.record({
            category: fc.constantFrom(...known),
            among: fc.constantFrom('present-or-represented' as const, 'all' as const),
          }),
        }),
      }),
      dues: fc.record({
        reminders: few,
        daysBetweenReminders: days,
        formalNotice: fc.record({ registeredLetter: fc.boolean(), answerDays: days }),
        removalBy: organ,
        founderUnpaidYears: few,
      }),
      discipline: fc.record({ exclusionBy: organ, defenceDays: days, suspensionBy: organ }),
      spending: fc.record({
        investmentThresholdCents: fc.constantFrom(0, 500_000, 499_950, 1_000_000),
        atThreshold: fc.constantFrom('assembly' as const, 'treasurer' as const),
        above: fc.constantFrom('ago' as const, 'age' as const, 'bureau' as const),
        basis: fc.constantFrom('gross' as const, 'net' as const),
        aggregateDays: fc.constantFrom(0, 1, 90, 365),
        gate: fc.constantFrom('commitment' as const, 'payment' as const),
        budgetOverrunPercent: fc.constantFrom(0, 5),
      }),
      accounts: fc.record({ openToMembersDays: days }),
      formalities: fc.record({
        declarationMonths: fc.constantFrom(0, 1, 3),
        auditorSubsidyCents: fc.constant(modelStatutes.formalities.auditorSubsidyCents),
      }),
    })
  })
  .map((drawn) => parseStatutes(drawn))
  .filter((read) => read.ok)
  .map((read) => (read as { statutes: Statutes }).statutes)
