import type { Tx } from '~/platform/db.server'

/** Resolutions are numbered 1, 2, 3… in the order of the agenda. Two passes: a number is unique at every moment. */
export async function renumberResolutions(tx: Tx, meetingId: string): Promise<void> {
  for (const sign of [-1, 1])
    await tx.$executeRaw`
      UPDATE "Resolution" r SET "number" = ${sign} * o."rank"
        FROM (SELECT x."id", row_number() OVER (ORDER BY i."position", abs(x."number"), x."id") AS "rank"
                FROM "Resolution" x JOIN "AgendaItem" i ON i."id" = x."agendaItemId" WHERE x."meetingId" = ${meetingId}::uuid) o
       WHERE r."id" = o."id"`
}
