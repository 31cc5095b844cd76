import type { Tx } from '../db.server'

/** The text and the address of messages that have left, or never will, are erased; what became of them stays. */
export async function forgetMails(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update "Mail" set html = null, text = null, props = '{}', attachments = '[]', "toAddress" = '', "toName" = ''
     where id = any(${[...ids]}::uuid[]) and state <> 'QUEUED'`
}
