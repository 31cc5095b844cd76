import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import { rememberMapping } from '~/platform/spreadsheet/remembered-mapping.server'
import type { Answers } from '~/platform/spreadsheet/table'
import { demandPower } from '~/platform/demand-power.server'
import { answersSchema } from './answers'
import { namesSomebody } from './columns'
import { openFile } from './open-file.server'
import { repriseWaitingFor } from './waiting-reprise.server'

/** What holds for every file of this header; the rest (accents, numbers, namesakes) is about one file. */
const LASTING = /^(column|order|century):|^(names|members)$/

/**
 * Answers the questions of a kept file and says what its columns are; the meanings are remembered for its header. Refused (400) when no
 * column gives a name; (409) when the file is no longer kept, or waits for a second signature as it was read.
 */
export async function setAnswers(ctx: Context, importId: string, given: Answers): Promise<void> {
  demandPower(ctx, 'members.write')
  await transact(ctx.db, async (tx) => {
    const kept = await tx.memberImport.findUnique({ where: { id: importId } })
    if (!kept) throw notFound()
    if (!kept.bytes || kept.appliedAt) throw new Refusal('Ce fichier n’est plus gardé : déposez-le à nouveau.')
    if (await repriseWaitingFor(tx, importId))
      throw new Refusal('Cet import attend une seconde signature : retirez d’abord la reprise, ou refusez-la.')
    const answers = { ...answersSchema.parse(kept.answers), ...given }
    const { table, columns } = await openFile(kept.bytes, answers)
    if (!namesSomebody(columns))
      throw new Refusal('Dites quelle colonne donne le nom.', {
        status: 400,
        fieldErrors: { columns: ['Dites quelle colonne donne le nom.'] },
      })
    await tx.memberImport.update({ where: { id: importId }, data: { answers }, select: { id: true } })
    const lasting = Object.fromEntries(Object.entries(answers).filter(([id]) => LASTING.test(id)))
    await rememberMapping(tx, ctx, { kind: 'members', header: table.header?.cells ?? [], answers: lasting })
  })
}
