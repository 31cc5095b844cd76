import { z } from 'zod'

export const secondSessionForm = z
  .object({
    date: z.iso.date('Choisissez le jour.'),
    time: z.string('Choisissez l’heure.').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure comme 18:30.'),
    place: z.string().trim().max(300, 'Écrivez 300 signes au plus.').optional(),
    videoUrl: z.url({ protocol: /^https$/, error: 'Écrivez une adresse qui commence par https://.' }).optional(),
  })
  .refine(({ place, videoUrl }) => place !== undefined || videoUrl !== undefined, {
    path: ['place'],
    message: 'Indiquez un lieu, un lien de visioconférence, ou les deux.',
  })

export type SecondSessionInput = z.output<typeof secondSessionForm>
