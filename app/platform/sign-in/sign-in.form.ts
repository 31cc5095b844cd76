import { z } from 'zod'

/** The sign-in form. `vers`: where to go afterwards, judged by `ownPath`. */
export const signInForm = z.object({
  email: z
    .string({ error: 'Écrivez votre adresse de courriel.' })
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: 'Cette adresse n’a pas la forme attendue, par exemple anne.martin@exemple.fr.' }).max(254)),
  vers: z.string().optional(),
})
