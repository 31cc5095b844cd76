import { z } from 'zod'

/** What may happen in a session beside its agenda; written in the minutes with its hour. */
export const INCIDENT_KINDS = {
  'off-agenda': {
    label: 'Question hors de l’ordre du jour',
    rule: '13.2-b',
    help: 'Elle peut être discutée. Aucun vote n’est possible : les absents n’en ont pas été avertis.',
  },
  suspension: { label: 'Suspension de séance', rule: null, help: 'Dites pourquoi, et pour combien de temps.' },
  resumption: { label: 'Reprise de la séance', rule: null, help: null },
  conduct: {
    label: 'Incident de séance',
    rule: null,
    help: 'Un fait grave et imprévu. Il permet seul de révoquer un membre du Bureau sans que ce soit à l’ordre du jour ; son remplaçant n’est pas élu le même jour.',
  },
  other: { label: 'Autre fait à noter', rule: null, help: null },
} as const

export type IncidentKind = keyof typeof INCIDENT_KINDS

export const incidentForm = z.object({
  kind: z.enum(['off-agenda', 'suspension', 'resumption', 'conduct', 'other'], 'Choisissez ce dont il s’agit.'),
  text: z
    .string('Écrivez ce qui s’est passé.')
    .trim()
    .min(5, 'Écrivez une phrase.')
    .max(2_000, 'Écrivez 2 000 signes au plus.'),
})

export type IncidentInput = z.output<typeof incidentForm>
