import { z } from 'zod'

export const slipForm = z.object({
  id: z.uuid(),
  depositedOn: z.iso.date({ error: 'Indiquez la date, par exemple 14/03/2027.' }),
  paymentIds: z
    .array(z.uuid(), { error: 'Choisissez au moins un chèque.' })
    .min(1, { error: 'Choisissez au moins un chèque.' })
    .max(200, { error: 'Deux cents chèques au plus par bordereau.' }),
})
