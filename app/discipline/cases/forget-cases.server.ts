import type { Tx } from '~/platform/db.server'

/** What the disciplinary files of a leaver tell is erased; that there was one, its dates and its outcome stay. */
export async function forgetCases(tx: Tx, memberId: string): Promise<void> {
  const cases = await tx.disciplinaryCase.findMany({ where: { memberId }, select: { id: true } })
  await tx.recusal.updateMany({ where: { caseId: { in: cases.map(({ id }) => id) } }, data: { name: '' } })
  await tx.disciplinaryCase.updateMany({
    where: { memberId },
    data: { facts: '', ruleBroken: '', hearingPlace: null, hearingNotes: null, assistedBy: null, reasons: null, appealText: null }, // prettier-ignore
  })
}
