import type { Statutes } from './schema'

/** The model statutes, with the default of every parameter. */
export const modelStatutes: Statutes = {
  format: 'cpts-statutes/1',
  name: 'CPTS de démonstration',
  effectiveFrom: '2020-01-01',
  region: ['75', '77', '78', '91', '92', '93', '94', '95'],
  fiscalYearEnd: '12-31',
  categories: {
    founder: {
      label: 'membre fondateur',
      voices: 3,
      mayVote: true,
      countsInQuorum: true,
      paysDues: true,
      mayHoldOffice: true,
      proxies: {
        max: 2,
        maxVoices: null,
        from: ['founder'],
      },
    },
    active: {
      label: 'membre actif',
      voices: 1,
      mayVote: true,
      countsInQuorum: true,
      paysDues: true,
      mayHoldOffice: false,
      proxies: {
        max: 1,
        maxVoices: null,
        from: ['active'],
      },
    },
    honorary: {
      label: "membre d'honneur",
      voices: 0,
      mayVote: false,
      countsInQuorum: false,
      paysDues: false,
      mayHoldOffice: false,
      proxies: {
        max: 0,
        maxVoices: null,
        from: [],
      },
    },
  },
  votingRight: {
    unpaidDues: 'votes',
    duesPaidBeforeDays: 0,
    seniority: {
      months: 0,
      strict: false,
    },
  },
  bodies: {
    bureau: {
      perYear: 4,
      notice: {
        days: 7,
        clear: true,
      },
      proxies: false,
      remoteVote: null,
      quorum: [
        {
          of: 'members',
          count: 2,
          represented: false,
        },
      ],
      majority: [
        {
          share: 'for',
          of: 'cast',
          unit: 'members',
          moreThan: '1/2',
        },
      ],
      castingVote: 'none',
      secondSession: null,
    },
    ago: {
      perYear: 1,
      withinMonthsOfYearEnd: 6,
      notice: {
        days: 15,
        clear: true,
      },
      proxies: true,
      remoteVote: null,
      quorum: [
        {
          of: 'members',
          atLeast: '1/3',
          represented: true,
        },
      ],
      majority: [
        {
          share: 'for',
          of: 'cast',
          unit: 'voices',
          moreThan: '1/2',
        },
      ],
      castingVote: 'president-open-ballot',
      secondSession: {
        withinDays: 15,
        notBeforeDays: 0,
        notice: {
          days: 7,
          clear: true,
        },
        quorum: [],
        majority: [
          {
            share: 'for',
            of: 'cast',
            unit: 'voices',
            relative: true,
          },
        ],
      },
    },
    age: {
      perYear: 0,
      notice: {
        days: 15,
        clear: true,
      },
      proxies: true,
      remoteVote: null,
      quorum: [
        {
          of: 'members',
          atLeast: '1/2',
          represented: true,
        },
      ],
      majority: [
        {
          share: 'for',
          of: 'cast',
          unit: 'voices',
          atLeast: '2/3',
        },
      ],
      castingVote: 'none',
      secondSession: null,
    },
  },
  elections: {
    secret: true,
    rounds: [
      {
        of: 'cast',
        unit: 'voices',
        moreThan: '1/2',
      },
      {
        relative: true,
      },
    ],
    tie: ['new-ballot', 'older'],
    candidacyDaysBefore: {
      president: 7,
    },
    noCandidate: {
      president: 'oldest-founder',
    },
  },
  offices: {
    president: {
      seats: 1,
      required: true,
    },
    'vice-president': {
      seats: 2,
      required: true,
    },
    secretary: {
      seats: 1,
      required: true,
    },
    'deputy-secretary': {
      seats: 1,
      required: false,
    },
    treasurer: {
      seats: 1,
      required: true,
    },
    'deputy-treasurer': {
      seats: 1,
      required: false,
    },
  },
  termYears: 3,
  presidentMayRevoke: 'provisional',
  admission: {
    active: {
      by: 'bureau',
      unanimityOf: 'all-in-office',
    },
    honorary: {
      by: 'ago',
      annual: true,
    },
    founder: {
      by: 'ago',
      annual: true,
      from: 'active',
      afterYears: 5,
      strict: true,
      unanimityOf: {
        category: 'founder',
        among: 'present-or-represented',
      },
    },
  },
  dues: {
    reminders: 3,
    daysBetweenReminders: 15,
    formalNotice: {
      registeredLetter: true,
      answerDays: 15,
    },
    removalBy: 'ago',
    founderUnpaidYears: 2,
  },
  discipline: {
    exclusionBy: 'president',
    defenceDays: 15,
    suspensionBy: 'ago',
  },
  spending: {
    investmentThresholdCents: 500000,
    atThreshold: 'assembly',
    above: 'ago',
    basis: 'gross',
    aggregateDays: 365,
    gate: 'commitment',
    budgetOverrunPercent: 0,
  },
  accounts: {
    openToMembersDays: 15,
  },
  formalities: {
    declarationMonths: 3,
    auditorSubsidyCents: 15300000,
  },
}
