import { canonical } from '~/platform/canonical'
import { Refusal } from '~/platform/refusal'
import { sha256 } from '~/platform/secrets.server'
import type { DuesTotals } from './dues-side'
import type { Counts, ImportPlan } from './plan-import.server'

export type Confirmation = {
  importId: string
  /** write the good lines though others are refused */
  onlyGood: boolean
  /** what the dry run announced */
  expected: Pick<Counts, 'create' | 'change'> & Partial<Pick<DuesTotals, 'paid' | 'paidCents'>>
  /** number a receipt for each payment taken over; else it was given before, elsewhere */
  receipts?: boolean
}

/** Throws (409) unless a plan is what the dry run announced, with the choice to leave the refused lines out where there are some. */
export function demandAsAnnounced(
  { counts, dues }: ImportPlan,
  { onlyGood, expected }: Pick<Confirmation, 'onlyGood' | 'expected'>,
): void {
  if (counts.refused > 0 && !onlyGood)
    throw new Refusal('Des lignes sont refusées : corrigez le fichier, ou choisissez de n’importer que les autres.')
  if (counts.asked > 0 && !onlyGood)
    throw new Refusal('Des lignes attendent une réponse : répondez, ou choisissez de n’importer que les autres.')
  const { create, change, paid = 0, paidCents = 0 } = expected
  const others = counts.create !== create || counts.change !== change
  if (others || (dues?.paid ?? 0) !== paid || (dues?.paidCents ?? 0) !== paidCents)
    throw new Refusal('La liste des membres a changé depuis cet essai : relisez-le, puis confirmez.')
}

/** The first day on which somebody enters by this file; null: nobody does. */
export const firstAdmission = ({ creations }: Pick<ImportPlan, 'creations'>): string | null =>
  creations.map(({ admittedOn }) => admittedOn).toSorted()[0] ?? null

/**
 * Hash of all that a plan writes, the same on whatever day it is made again: who enters, what changes of whom, what was paid. A
 * consent taken back is dated by the day of the writing, which is left out.
 */
export function planHash({ creations, changes, taken }: ImportPlan): string {
  const written = {
    creations,
    changes: changes.map(({ before, identity, consent }) => ({
      memberId: before.id,
      before: before.label,
      identity,
      consent: consent && { given: consent.given, on: consent.given ? consent.on : null },
    })),
    taken,
  }
  return sha256(canonical(JSON.parse(JSON.stringify(written))))
}
