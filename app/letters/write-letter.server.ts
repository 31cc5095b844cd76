import type { LetterChannel } from '~/generated/prisma/enums'
import { association } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { frenchDate } from '~/ui/format'
import { addressee } from './addressees.server'
import type { LetterKind } from './kinds'
import type { LetterBody, LetterContent } from './letter-body'

export type NewLetter = {
  memberId: string
  kind: LetterKind
  /** the dues or the case that it is about: one letter of a kind for each */
  subjectId: string
  content: LetterContent
}

/**
 * Writes a registered letter, ready to be posted, or to be sent by an electronic one to whoever has no postal address and agreed
 * to it: what it says, the address and the head of that day. Written again before
 * its deposit, it replaces itself. Refused (409): posted already, or a member without a postal address who cannot be sent
 * an electronic one either. Returns its id.
 */
export async function writeLetter(tx: Tx, ctx: Context | SystemContext, input: NewLetter): Promise<string> {
  const { memberId, kind, subjectId, content } = input
  const today = parisDate(ctx.now)
  const { body, channel } = await bodyOf(tx, memberId, content, today)
  const known = await tx.registeredLetter.findUnique({ where: { kind_subjectId: { kind, subjectId } } })
  if (known?.depositedOn) throw new Refusal('Cette lettre est déjà postée : elle ne se réécrit pas.')
  const data = { body, channel, writtenOn: dateColumn(today), writtenById: ctx.actor?.accountId ?? null }
  const { id } = await tx.registeredLetter.upsert({
    where: { kind_subjectId: { kind, subjectId } },
    create: { id: v7(ctx.now.epochMilliseconds), memberId, kind, subjectId, ...data },
    update: data,
    select: { id: true },
  })
  await journal(tx, ctx, {
    act: 'letter.written',
    subject: 'RegisteredLetter',
    subjectId: id,
    details: { kind, subjectId },
  })
  return id
}

async function bodyOf(
  tx: Tx,
  memberId: string,
  content: LetterContent,
  today: string,
): Promise<{ body: LetterBody; channel: LetterChannel }> {
  const home = await association(tx)
  const reader = await addressee(tx, memberId, today)
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { registeredLetterConsentOn: true },
  })
  if (!reader?.postal && !member.registeredLetterConsentOn)
    throw new Refusal(
      `L’adresse postale de ${reader?.label ?? 'ce membre'} manque : complétez sa fiche, puis préparez la lettre.`,
    )
  const body = {
    ...content,
    paragraphs: [...content.paragraphs],
    facts: content.facts.map(([name, value]) => [name, value] as const),
    recipient: reader?.postal ?? [reader?.label ?? '', reader?.email ?? ''].filter(Boolean),
    letterhead: letterhead(home),
    placeAndDate: `${home.town}, le ${frenchDate(today)}`,
  }
  return { body, channel: reader?.postal ? 'POSTAL' : 'ELECTRONIC' }
}

/** Takes back letters that were not posted: nothing has left, nothing is kept but the journal. Returns how many. */
export async function withdrawUnsent(
  tx: Tx,
  ctx: Context | SystemContext,
  { kind, subjectIds }: { kind: LetterKind; subjectIds: string[] },
): Promise<number> {
  if (subjectIds.length === 0) return 0
  const { count } = await tx.registeredLetter.deleteMany({
    where: { kind, subjectId: { in: subjectIds }, depositedOn: null },
  })
  if (count > 0)
    await journal(tx, ctx, { act: 'letter.withdrawn', subject: 'RegisteredLetter', details: { kind, count } })
  return count
}
