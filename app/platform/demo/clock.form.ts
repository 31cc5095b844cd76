import { z } from 'zod'

/** Where the clock of the demonstration goes: so many days on, or a day and hour of Paris. */
export const clockForm = z.union(
  [
    z.object({ days: z.coerce.number().int().min(1).max(366) }),
    z.object({
      date: z.iso.date({ error: 'Donnez un jour.' }),
      time: z.iso.time({ precision: -1, error: 'Donnez une heure.' }).default('09:00'),
    }),
  ],
  { error: 'Donnez un jour.' },
)
