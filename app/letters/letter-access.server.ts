import type { RegisteredLetter } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { formerMemberships } from '~/members/register/former-memberships.server'
import { may } from '~/platform/permissions'
import { notFound } from '~/platform/refusal'
import { keptFiles } from './kept-files.server'
import { LETTER_KIND_NAMES, letterKind, type LetterKind } from './kinds'

type Letter = Pick<RegisteredLetter, 'id' | 'kind' | 'memberId' | 'subjectId'>

/** Whether letters of this kind come from a disciplinary file, which few may see. */
export const isDisciplinary = (kind: string): boolean => letterKind(kind).power === 'discipline.manage'

/**
 * What the actor writes and posts: whole kinds of letters, and those disciplinary letters whose file he keeps (nobody handles
 * one of a case that involves him).
 */
export async function handledLetters(db: Db | Tx, ctx: Context): Promise<{ kinds: LetterKind[]; ids: string[] }> {
  const kinds = LETTER_KIND_NAMES.filter((kind) => !isDisciplinary(kind) && may(ctx.actor, letterKind(kind).power))
  const disciplinary = await db.registeredLetter.findMany({
    where: { kind: { in: LETTER_KIND_NAMES.filter(isDisciplinary) } },
    select: { id: true, kind: true, memberId: true, subjectId: true },
  })
  return { kinds, ids: [...(await keptLetters(db, ctx, disciplinary))] }
}

/** Which of these letters the actor handles. */
export async function handlesOf(db: Db | Tx, ctx: Context, letters: readonly Letter[]): Promise<Set<string>> {
  const plain = letters.filter(({ kind }) => !isDisciplinary(kind) && may(ctx.actor, letterKind(kind).power))
  const kept = await keptLetters(
    db,
    ctx,
    letters.filter(({ kind }) => isDisciplinary(kind)),
  )
  return new Set([...plain.map(({ id }) => id), ...kept])
}

/** Whether the actor handles this letter. */
export async function handles(db: Db | Tx, ctx: Context, letter: Letter): Promise<boolean> {
  return (await handlesOf(db, ctx, [letter])).has(letter.id)
}

/** Disciplinary letters follow their file: the case, or for a suspension the member alone. */
async function keptLetters(db: Db | Tx, ctx: Context, letters: readonly Letter[]): Promise<Set<string>> {
  if (letters.length === 0) return new Set()
  const recusals = await db.recusal.findMany({
    where: { caseId: { in: letters.map(({ subjectId }) => subjectId) } },
    select: { caseId: true, memberId: true },
  })
  const files = letters.map(({ id, memberId, subjectId }) => ({
    key: id,
    named: [memberId, ...recusals.filter(({ caseId }) => caseId === subjectId).map((each) => each.memberId)],
  }))
  return keptFiles(db, ctx, files)
}

/** Whether the actor is the member to whom a letter is written, or speaks for him. */
export const isConcerned = (ctx: Context, memberId: string): boolean =>
  ctx.actor.actingFor.some((own) => own.memberId === memberId)

/**
 * Who reads a letter and what is kept with it (its proof, what was joined to an answer), whatever door leads there: who handles
 * it, and its member, even gone since, once it is posted.
 */
export async function readsLetter(
  ctx: Context,
  letter: Letter & Pick<RegisteredLetter, 'depositedOn'>,
): Promise<boolean> {
  const { depositedOn, memberId } = letter
  const his = isConcerned(ctx, memberId) || (await formerMemberships(ctx.db, ctx)).has(memberId)
  return (his && depositedOn !== null) || handles(ctx.db, ctx, letter)
}

/** The letters with which a document is kept. */
export async function lettersWith(ctx: Context, documentId: string): Promise<RegisteredLetter[]> {
  const joined = await ctx.db.explanation.findMany({ where: { documentId }, select: { letterId: true } })
  const ids = joined.map(({ letterId }) => letterId)
  return ctx.db.registeredLetter.findMany({ where: { OR: [{ id: { in: ids } }, { proofDocumentId: documentId }] } })
}

/** A letter that the actor handles; 404 for the others, revealing nothing. */
export async function demandLetter(db: Db | Tx, ctx: Context, letterId: string): Promise<RegisteredLetter> {
  const letter = await db.registeredLetter.findUnique({ where: { id: letterId } })
  if (!letter || !(await handles(db, ctx, letter))) throw notFound()
  return letter
}
