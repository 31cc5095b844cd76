import { z } from 'zod'
import { civilDate } from '~/members/identity/member.form'
import { citationForm } from '~/members/register/citation.form'

/** Ends of membership that are facts, which the secretary only records; the others are decided elsewhere (6.4-a). */
export const DEPARTURES = {
  RESIGNED: 'Démission',
  DECEASED: 'Décès',
  DISSOLVED: 'Dissolution ou liquidation',
} as const
export type DepartureKind = keyof typeof DEPARTURES

/** How a resignation came. The statutes ask for a registered letter; an unambiguous writing is worth as much (4.13). */
export const RESIGNATION_CHANNELS = {
  'registered-letter': 'Lettre recommandée',
  mail: 'Courriel',
  letter: 'Lettre simple, ou remise en main propre',
} as const

const reason = z
  .string()
  .trim()
  .max(500, { error: 'Ce texte est trop long.' })
  .optional()
  .transform((text) => text || null)

export const departureSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('RESIGNED'),
      channel: z.enum(['registered-letter', 'mail', 'letter'], {
        error: 'Choisissez comment la démission est arrivée.',
      }),
      receivedOn: civilDate,
      /** a later day, when the member names one */
      on: civilDate.optional(),
      reason,
    })
    .refine(({ receivedOn, on }) => on === undefined || on >= receivedOn, {
      path: ['on'],
      message: 'Une démission ne prend pas effet avant d’être reçue.',
    }),
  z.object({ kind: z.literal('DECEASED'), on: civilDate, reason }),
  z.object({ kind: z.literal('DISSOLVED'), on: civilDate, reason }),
])
export type DepartureInput = z.output<typeof departureSchema>

/** The same, with the act that a reprise cites. */
export const citedDeparture = departureSchema.and(citationForm)

/** The first day without membership. */
export const firstDayOut = (departure: DepartureInput): string =>
  departure.kind === 'RESIGNED' ? (departure.on ?? departure.receivedOn) : departure.on
