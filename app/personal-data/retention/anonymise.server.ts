import { fold } from '~/platform/folding'
import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { formerName } from '~/statutes/retention'
import { forgetAccounts } from './forget-accounts.server'
import { leaverPlan } from './leavers.server'

/**
 * Five years after leaving (or after his last seat): the name goes too, and with it letters, answers, files and papers about
 * him. What the records of the association tell stays: signed minutes, frozen electorates, holders of offices, receipts. Done
 * once; false when it is not due (any more).
 */
export async function anonymise(ctx: SystemContext, memberId: string): Promise<boolean> {
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    await tx.$queryRaw`select 1 from "Member" where id = ${memberId}::uuid for update`
    if ((await leaverPlan(tx, memberId, today))?.due !== 'name') return false
    const { number, accountId } = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
    const label = formerName(number)
    const none = {
      civility: null,
      firstName: null,
      bornOn: null,
      profession: null,
      rpps: null,
      finess: null,
      siret: null,
    }
    const nowhere = { rna: null, legalForm: null, email: null, phone: null, street: null, postcode: null, town: null }
    await tx.member.update({
      where: { id: memberId },
      data: {
        ...none,
        ...nowhere,
        lastName: null,
        legalName: null,
        label,
        sortName: label,
        searchText: fold(label),
        contactErasedOn: dateColumn(today),
        anonymisedOn: dateColumn(today),
      },
      select: { id: true },
    })
    await tx.representative.updateMany({
      where: { memberId },
      data: {
        civility: null,
        firstName: '',
        lastName: 'Ancien représentant',
        quality: '',
        email: null,
        phone: null,
        bornOn: null,
      },
    })
    const closed = await forgetAccounts(tx, ctx, memberId)
    await tx.account.updateMany({ where: { id: { in: closed } }, data: { name: label } })
    await forgetPapers(tx, memberId)
    await forgetProofs(tx, memberId, accountId)
    return true
  })
}

/** Letters, answers, files of cases, resignations, applications, and the files kept with them. */
async function forgetPapers(tx: Tx, memberId: string): Promise<void> {
  const letters = await tx.registeredLetter.findMany({ where: { memberId } })
  const answers = await tx.explanation.findMany({ where: { memberId } })
  const resignations = await tx.resignation.findMany({ where: { memberId } })
  const documents = [
    ...letters.flatMap(({ documentId, proofDocumentId }) => [documentId, proofDocumentId]),
    ...answers.map(({ documentId }) => documentId),
    ...resignations.map(({ documentId }) => documentId),
  ].filter((id) => id !== null)
  await tx.explanation.deleteMany({ where: { memberId } })
  await tx.registeredLetter.deleteMany({ where: { memberId } })
  await tx.resignation.updateMany({ where: { memberId }, data: { text: '', documentId: null } })
  await tx.application.updateMany({
    where: { memberId },
    data: { answers: {}, label: '', email: '', commitment: '' },
  })
  const cases = await tx.disciplinaryCase.findMany({ where: { memberId }, select: { id: true } })
  const ids = cases.map(({ id }) => id)
  await tx.recusal.updateMany({ where: { caseId: { in: ids } }, data: { name: '' } })
  await tx.disciplinaryCase.updateMany({
    where: { memberId },
    data: { facts: '', ruleBroken: '', hearingPlace: null, hearingNotes: null, assistedBy: null, reasons: null, appealText: null }, // prettier-ignore
  })
  await forgetFiles(tx, memberId, documents)
}

/** The files named, and those kept about the member outside any meeting; their bytes too, where nothing else names them. */
async function forgetFiles(tx: Tx, memberId: string, ids: string[]): Promise<void> {
  const where = { OR: [{ id: { in: ids } }, { memberId, meetingId: null, agendaItemId: null }] }
  const hashes = (await tx.document.findMany({ where, select: { sha256: true } })).map(({ sha256 }) => sha256)
  await tx.document.deleteMany({ where })
  await tx.$executeRaw`
    delete from "Blob" b where b.sha256 = any(${hashes}::text[])
       and not exists (select 1 from "Document" d where d.sha256 = b.sha256)`
}

/** Addresses kept as proofs of sending, and the messages themselves. */
async function forgetProofs(tx: Tx, memberId: string, accountId: string | null): Promise<void> {
  await tx.convocationNotice.updateMany({ where: { memberId }, data: { address: '' } })
  await tx.$executeRaw`
    update "Mail" m set html = null, text = null, props = '{}', attachments = '[]', "toAddress" = '', "toName" = ''
     where m.state <> 'QUEUED' and (m."accountId" = ${accountId}::uuid
        or exists (select 1 from "ConvocationNotice" n where n."mailId" = m.id and n."memberId" = ${memberId}::uuid)
        or exists (select 1 from "DuesStep" s where s."mailId" = m.id and s."memberId" = ${memberId}::uuid))`
}
