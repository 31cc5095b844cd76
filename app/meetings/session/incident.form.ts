import { z } from 'zod'

/** What the desk may note during the session, with what follows from it. */
export const INCIDENT_CHOICES = [
  { value: 'session', label: 'Un fait à noter', help: 'Suspension et reprise de séance, déclaration, incident.' },
  {
    value: 'off-agenda',
    label: 'Une question hors de l’ordre du jour',
    help: 'Elle peut être discutée, jamais votée : les membres absents n’en ont pas été avertis.',
  },
  {
    value: 'revocation-off-agenda',
    label: 'Une révocation demandée après un incident grave',
    help: 'La seule exception : un incident grave et imprévu permet à l’assemblée ordinaire de révoquer sans que ce soit à l’ordre du jour. Le remplaçant n’est pas élu le même jour.',
  },
] as const

export const incidentForm = z.object({
  kind: z.enum(['session', 'off-agenda', 'revocation-off-agenda'], 'Choisissez ce dont il s’agit.'),
  text: z
    .string('Écrivez ce qui s’est passé.')
    .trim()
    .min(5, 'Écrivez une phrase.')
    .max(2_000, 'Écrivez 2 000 signes au plus.'),
})
