import type { Tx } from '~/platform/db.server'

/** Adds a line to the notes of a point, once; whoever calls holds the meeting. */
export async function addNote(tx: Tx, itemId: string, line: string): Promise<void> {
  const { notes } = await tx.agendaItem.findUniqueOrThrow({ where: { id: itemId }, select: { notes: true } })
  if (notes.split('\n').includes(line)) return
  const data = { notes: [notes, line].filter(Boolean).join('\n') }
  await tx.agendaItem.update({ where: { id: itemId }, data, select: { id: true } })
}
