import { z } from 'zod'

export const otherForm = z.object({
  reference: z
    .string({ error: 'Écrivez la référence, par exemple C2027-00042.' })
    .trim()
    .max(30, { error: 'Cette référence est trop longue.' })
    .regex(/^\s*c[\s-]*\d{4}[\s-]*\d{5,6}\s*$/i, { error: 'Écrivez la référence, par exemple C2027-00042.' }),
  name: z.string({ error: 'Écrivez le nom du membre.' }).trim().min(1, { error: 'Écrivez le nom du membre.' }).max(200),
})

export const payForm = z.object({
  duesIds: z
    .array(z.uuid(), { error: 'Choisissez au moins une cotisation.' })
    .min(1, { error: 'Choisissez au moins une cotisation.' })
    .max(50, { error: 'Cinquante cotisations au plus à la fois.' }),
})
