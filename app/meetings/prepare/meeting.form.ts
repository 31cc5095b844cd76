import { z } from 'zod'

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Écrivez ${most} signes au plus.` })

/** Date, hour and place of a meeting; its body is chosen once, when it is made. */
export const meetingFields = {
  title: text(120).optional(),
  date: z.iso.date({ error: 'Choisissez le jour de la réunion.' }),
  time: z
    .string({ error: 'Choisissez l’heure.' })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Écrivez l’heure comme 18:30.' }),
  place: text(300).optional(),
  videoUrl: z.url({ protocol: /^https$/, error: 'Écrivez une adresse qui commence par https://.' }).optional(),
  accountsOfYear: z.coerce
    .number({ error: 'Écrivez une année, par exemple 2026.' })
    .int({ error: 'Écrivez une année, par exemple 2026.' })
    .min(1901, { error: 'Écrivez une année, par exemple 2026.' })
    .max(2999, { error: 'Écrivez une année, par exemple 2026.' })
    .optional(),
}

const somewhere = {
  holds: ({ place, videoUrl }: { place?: string; videoUrl?: string }) => place !== undefined || videoUrl !== undefined,
  fault: { path: ['place'], message: 'Indiquez un lieu, un lien de visioconférence, ou les deux.' },
}

export const newMeetingForm = z
  .object({ body: z.enum(['ago', 'age', 'bureau'], { error: 'Choisissez l’instance.' }), ...meetingFields })
  .refine(somewhere.holds, somewhere.fault)

export const changeMeetingForm = z
  .object({
    ...meetingFields,
    /** told to those already convened */
    note: text(600).optional(),
    lateReason: text(600).optional(),
  })
  .refine(somewhere.holds, somewhere.fault)

export type NewMeeting = z.output<typeof newMeetingForm>
export type MeetingChange = z.output<typeof changeMeetingForm>
