/** The rooms of the house from the ground up: each may import those before it, never one after. */
export const ROOMS = [
  'statutes',
  'platform',
  'association',
  'members',
  'letters',
  'offices',
  'banking',
  'dues',
  'effects',
  'meetings',
  'membership',
  'discipline',
  'personal-data',
  'ballots',
  'minutes',
  'treasury',
  'formalities',
]

/** What only `platform` knows: the edge of the database, of mail, of payments and of jobs. */
export const PLATFORM_PACKAGES = ['@prisma/adapter-pg', 'graphile-worker', 'nodemailer', 'pg', 'postgres', 'stripe']

/**
 * Rooms, or `ui`, `routes`, `home`, `run`, `effects.server`, `generated` (Prisma's client), that a room may not import. The
 * opening and the closing of a ballot alone reach `effects.server`, which gives to effects the commands of the rooms above meetings.
 */
export const forbiddenTo = (room) => [
  ...ROOMS.slice(ROOMS.indexOf(room) + 1),
  'routes',
  'home',
  'run',
  ...(room === 'ballots' ? [] : ['effects.server']),
  ...(room === 'statutes' ? ['ui', 'generated'] : []),
]
