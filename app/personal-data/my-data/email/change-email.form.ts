import { z } from 'zod'

/** The address that a member wants to be reached and signed in at. */
export const changeEmailForm = z.object({
  email: z
    .string({ error: 'Écrivez la nouvelle adresse.' })
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: 'Cette adresse n’a pas la forme attendue, par exemple anne.martin@exemple.fr.' }).max(200)),
})
