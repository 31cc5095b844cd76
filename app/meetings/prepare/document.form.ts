import { z } from 'zod'

export const DOCUMENT_KINDS = [
  'accounts',
  'management-report',
  'financial-report',
  'auditor-report',
  'budget',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const DOCUMENT_LABELS: Record<DocumentKind, string> = {
  accounts: 'Comptes annuels',
  'management-report': 'Rapport de gestion',
  'financial-report': 'Rapport financier',
  'auditor-report': 'Rapport du commissaire aux comptes',
  budget: 'Budget',
  other: 'Autre document',
}

/** What 15-b opens to the members before the assembly that judges the accounts (the auditor's, where there is one). */
export const REQUIRED_KINDS = ['accounts', 'management-report', 'financial-report'] as const

export const documentForm = z.object({
  title: z
    .string({ error: 'Donnez un titre au document.' })
    .trim()
    .min(1, { error: 'Donnez un titre au document.' })
    .max(160, { error: 'Écrivez 160 signes au plus.' }),
  kind: z.enum(DOCUMENT_KINDS, { error: 'Choisissez la nature du document.' }),
  agendaItemId: z.uuid().optional(),
  open: z.literal('on').optional(),
})

export const documentActForm = z.object({ intent: z.enum(['open', 'remove']), documentId: z.uuid() })
export type DocumentInput = z.output<typeof documentForm>
