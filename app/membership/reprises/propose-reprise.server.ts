import type { Prisma } from '~/generated/prisma/client'
import { isInstalling } from '~/association/installation/is-installing.server'
import type { Citation } from '~/members/register/citation.form'
import { repriseWaitingFor } from '~/members/import/waiting-reprise.server'
import { lockOffices } from '~/offices/mandates.server'
import { canonical } from '~/platform/canonical'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { forbidden, Refusal } from '~/platform/refusal'
import { sha256 } from '~/platform/secrets.server'
import { demandFresh } from '~/platform/sign-in/demand-fresh.server'
import { v7 } from '~/platform/uuid.server'
import { applyFacts } from './apply-facts.server'
import { stored, type Fact, type FactKind } from './facts'
import { mayPropose } from './may-propose.server'
import { mailProposed } from './reprise-mails.server'
import { signingQuality } from './signers.server'

type Proposal = { citation: Citation } & (
  | { facts: Fact[] }
  /** facts that keep a paper with them: written in the transaction that tries them, then in the one that proposes them */
  | { kinds: FactKind[]; facts: (tx: Tx) => Promise<Fact[]> }
)

class Tried extends Error {}

/**
 * Proposes facts decided before or outside this software, with the act that is cited: the first of two signatures, after a fresh
 * proof of identity. Nothing is entered yet; the other officers are told. Refused: whoever does not sit in the Bureau (403), whatever
 * would be refused at the second signature, an installation still open (nothing needs two signatures then). Returns its id;
 * a file that waits already is not proposed twice.
 */
export async function proposeReprise(ctx: Context, input: Proposal): Promise<string> {
  const { citation } = input
  const kinds = 'kinds' in input ? input.kinds : input.facts.map(({ kind }) => kind)
  if (!kinds.every((kind) => mayPropose(ctx.actor, kind))) throw forbidden()
  demandFresh(ctx)
  const id = v7(ctx.now.epochMilliseconds)
  const factsIn = async (tx: Tx) => ('kinds' in input ? input.facts(tx) : input.facts)
  await tryFacts(ctx, factsIn, { id, citation, office: '' })
  return transact(ctx.db, async (tx) => {
    await lockOffices(tx)
    const quality = await signingQuality(tx, ctx, ctx.actor.accountId)
    if (!quality?.officer) throw forbidden()
    if (await isInstalling(tx))
      throw new Refusal('L’installation est encore ouverte : enregistrez ce fait directement.')
    const facts = await factsIn(tx)
    const twin = await sameImport(tx, facts)
    if (twin) return twin
    await writeReprise(tx, ctx, { id, facts, citation, office: quality.label })
    await journal(tx, ctx, {
      act: 'reprise.proposed',
      subject: 'Reprise',
      subjectId: id,
      details: { kinds: [...kinds], decidedOn: citation.decidedOn },
    })
    await mailProposed(tx, ctx, id)
    return id
  })
}

/** Enters the facts and undoes it: what would be refused at the signature is refused now, beside its field. */
async function tryFacts(
  ctx: Context,
  factsIn: (tx: Tx) => Promise<Fact[]>,
  proposed: Omit<New, 'facts'>,
): Promise<void> {
  const { id: repriseId, citation } = proposed
  const trial = transact(ctx.db, async (tx) => {
    const facts = await factsIn(tx)
    await writeReprise(tx, ctx, { ...proposed, facts })
    await applyFacts(tx, ctx, { facts, citation, repriseId })
    throw new Tried('nothing is kept')
  })
  await trial.catch((error: unknown) => {
    if (!(error instanceof Tried)) throw error
  })
}

async function sameImport(tx: Tx, facts: readonly Fact[]): Promise<string | null> {
  const file = facts.find((fact) => fact.kind === 'import')
  return file ? repriseWaitingFor(tx, file.importId) : null
}

type New = { id: string; facts: Fact[]; citation: Citation; office: string }

async function writeReprise(tx: Tx, ctx: Context, { id, facts, citation, office }: New): Promise<void> {
  const kept = stored(facts) as Prisma.InputJsonValue
  await tx.reprise.create({
    data: {
      id,
      facts: kept,
      factsHash: sha256(canonical(kept)),
      source: citation.source,
      decidedOn: dateColumn(citation.decidedOn),
      reason: citation.why,
      proposedById: ctx.actor.accountId,
      proposerName: ctx.actor.name,
      proposerOffice: office,
      proposedAt: dateFromInstant(ctx.now),
    },
    select: { id: true },
  })
}
