import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { storeDocument, type StoredFile } from '~/platform/documents.server'
import { journal } from '~/platform/journal.server'
import { badField, notFound, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { plainDate } from '~/statutes/french'
import { letterKind } from './kinds'
import { handles, isConcerned } from './letter-access.server'

type Explaining = {
  letterId: string
  text: string
  source: 'online' | 'mail' | 'letter' | 'hearing'
  /** civil day; that of the act when the member writes it himself */
  receivedOn: string
  file?: StoredFile | null
}

/**
 * Keeps what a member answers to a letter that invites him to explain himself: written by himself on line, or noted by whoever
 * handles the letter. Always accepted, late as well: who decides will read it with its day. Refused: another's letter
 * (404), one that asks no answer or has not been posted (409), a day before its deposit or to come (400). Returns its id.
 */
export async function recordExplanation(ctx: Context, input: Explaining): Promise<string> {
  const own = input.source === 'online'
  const receivedOn = own ? parisDate(ctx.now) : input.receivedOn
  return transact(ctx.db, async (tx) => {
    const letter = await tx.registeredLetter.findUnique({ where: { id: input.letterId } })
    if (!letter || !(own ? isConcerned(ctx, letter.memberId) : await handles(tx, ctx, letter))) throw notFound()
    if (!letterKind(letter.kind).answer) throw new Refusal('Cette lettre n’appelle pas de réponse.')
    if (!letter.depositedOn) throw new Refusal('Cette lettre n’est pas encore postée.')
    if (receivedOn > parisDate(ctx.now)) throw badField('receivedOn', 'Ce jour n’est pas encore venu.')
    const depositedOn = isoDate(letter.depositedOn)
    if (receivedOn < depositedOn)
      throw badField('receivedOn', `Ce jour précède le dépôt de la lettre, le ${plainDate(depositedOn)}.`)
    const documentId = input.file
      ? await storeDocument(tx, input.file, {
          title: 'Explications du membre',
          kind: 'explications',
          uploadedById: ctx.actor.accountId,
          now: ctx.now,
        })
      : null
    const { id } = await tx.explanation.create({
      data: {
        id: v7(ctx.now.epochMilliseconds),
        memberId: letter.memberId,
        letterId: letter.id,
        receivedOn: dateColumn(receivedOn),
        source: input.source,
        text: input.text,
        documentId,
        recordedById: ctx.actor.accountId,
        recordedAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    await journal(tx, ctx, {
      act: 'explanation.recorded',
      subject: 'RegisteredLetter',
      subjectId: letter.id,
      details: { source: input.source, receivedOn },
    })
    return id
  })
}
