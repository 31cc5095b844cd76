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
 * Rooms, or `ui`, `routes`, `home`, `run`, `effects`, `generated` (Prisma's client), that a room may not import. The closing of
 * a ballot alone reaches `effects`, which carries out what was decided in whatever room.
 */
export const forbiddenTo = (room) => [
  ...ROOMS.slice(ROOMS.indexOf(room) + 1),
  'routes',
  'home',
  'run',
  ...(room === 'ballots' ? [] : ['effects']),
  ...(room === 'statutes' ? ['ui', 'generated'] : []),
]
