import type { RegisteredLetter } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { storeDocument, type StoredFile } from '~/platform/documents.server'
import { journal } from '~/platform/journal.server'
import { badField, Refusal } from '~/platform/refusal'
import { plainDate } from '~/statutes/french'
import { demandLetter } from './letter-access.server'
import { STEP_WORDS, type LetterStep, type LetterStepInput } from './letter-step.form'

/** What a room does when one of its letters goes on, in the same transaction; it may refuse. */
export type LetterFollower = (tx: Tx, ctx: Context, letter: RegisteredLetter, step: LetterStep) => Promise<void>

type Input = LetterStepInput & { letterId: string; proof?: StoredFile | null }

/**
 * Types the proof of a registered letter: deposit and its number, first presentation, receipt or return, each not before the
 * one before. A return does not undo the first presentation: the time to answer runs from it. Electronic: where the member
 * had agreed before, with the provider and its reference (C. postes L100). Refused: another's kind of letter (404), a day to
 * come or before the last step (400), a step out of its order (409).
 */
export async function recordLetterStep(ctx: Context, input: Input, follow?: LetterFollower): Promise<void> {
  if (input.on > parisDate(ctx.now)) throw badField('on', 'Ce jour n’est pas encore venu.')
  await transact(ctx.db, async (tx) => {
    await tx.$queryRaw`select 1 from "RegisteredLetter" where id = ${input.letterId}::uuid for update`
    const letter = await demandLetter(tx, ctx, input.letterId)
    demandOrder(letter, input)
    const data = input.step === 'deposited' ? await depositOf(tx, letter, input) : datesOf(input)
    const proofDocumentId = input.proof
      ? await storeDocument(tx, input.proof, {
          title: `${STEP_WORDS[input.step]} de la lettre recommandée`,
          kind: 'preuve',
          uploadedById: ctx.actor.accountId,
          now: ctx.now,
        })
      : letter.proofDocumentId
    const updated = await tx.registeredLetter.update({ where: { id: letter.id }, data: { ...data, proofDocumentId } })
    await journal(tx, ctx, {
      act: `letter.${input.step}`,
      subject: 'RegisteredLetter',
      subjectId: letter.id,
      details: { kind: letter.kind, on: input.on },
    })
    await follow?.(tx, ctx, updated, input.step)
  })
}

function demandOrder(letter: RegisteredLetter, { step, on }: LetterStepInput): void {
  const { depositedOn, presentedOn, receivedOn, returnedOn } = letter
  if (step === 'deposited' && depositedOn) throw new Refusal('Le dépôt de cette lettre est déjà enregistré.')
  if (step !== 'deposited' && !depositedOn) throw new Refusal('Enregistrez d’abord le dépôt de cette lettre.')
  if (step === 'presented' && (receivedOn || returnedOn))
    throw new Refusal('La suite de cette lettre est déjà enregistrée : sa présentation ne change plus.')
  if ((step === 'received' || step === 'returned') && !presentedOn)
    throw new Refusal(
      'Enregistrez d’abord la première présentation : elle figure sur l’avis ou sur le suivi du courrier.',
    )
  if ((step === 'received' && returnedOn) || (step === 'returned' && receivedOn))
    throw new Refusal('Une lettre est remise ou retournée, pas les deux.')
  if ((step === 'received' && receivedOn) || (step === 'returned' && returnedOn))
    throw new Refusal('Cette étape est déjà enregistrée.')
  const before = step === 'deposited' ? letter.writtenOn : step === 'presented' ? depositedOn : presentedOn
  if (before && isoDate(before) > on)
    throw badField('on', `Ce jour précède l’étape d’avant, le ${plainDate(isoDate(before))}.`)
}

async function depositOf(tx: Tx, letter: RegisteredLetter, input: Extract<LetterStepInput, { step: 'deposited' }>) {
  const { channel, on, provider = null, postalNumber = null } = input
  if (channel === 'ELECTRONIC') await demandConsent(tx, letter.memberId, on)
  if (channel === 'ELECTRONIC' && !provider) throw badField('provider', 'Indiquez le prestataire qualifié.')
  if (!postalNumber)
    throw badField(
      'postalNumber',
      channel === 'POSTAL' ? 'Indiquez le numéro du recommandé.' : 'Indiquez la référence de l’envoi.',
    )
  return { channel, provider: channel === 'ELECTRONIC' ? provider : null, postalNumber, depositedOn: dateColumn(on) }
}

/** Refuses an electronic registered letter to a person who is no professional and did not agree before its sending. */
async function demandConsent(tx: Tx, memberId: string, on: string): Promise<void> {
  const { registeredLetterConsentOn: given } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { registeredLetterConsentOn: true },
  })
  if (!given || isoDate(given) > on)
    throw badField('channel', 'Ce membre n’avait pas accepté la lettre recommandée électronique : postez-la.')
}

function datesOf(input: Exclude<LetterStepInput, { step: 'deposited' }>) {
  const day = dateColumn(input.on)
  if (input.step === 'presented') return { presentedOn: day }
  return input.step === 'received' ? { receivedOn: day } : { returnedOn: day, returnReason: input.reason }
}
