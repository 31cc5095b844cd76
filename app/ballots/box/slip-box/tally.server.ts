import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import type { Unit } from '~/statutes/schema'
import { COUNTED_AS, noTotals, type Choice, type Totals } from '../../choices'
import { faultSentence } from '../../fault-sentence'
import type { Count, Space } from '../box'
import { boxFaults } from './faults.server'
import { unseal } from './seal.server'
import { shuffled } from './shuffle'

/** One vote as it is counted: a slip of an open ballot, or an opened seal, which names nobody. */
type Vote = { choice: Choice; voices: number; category: string }

/**
 * Open ballot: the slips. Secret ballot: the seals are opened, shuffled and written as papers, one a voice (or a head) of
 * each kept space, then destroyed. Refused when slips and seals do not agree, or a seal does not open: nothing is
 * decided then.
 */
export async function tallyBox(
  tx: Tx,
  ballot: { resolutionId: string; secret: boolean; kept: readonly Space[] },
): Promise<Count> {
  const voters = await tx.slip.findMany({
    where: { resolutionId: ballot.resolutionId, cast: true },
    select: { memberId: true, voterId: true, voices: true, category: true, choice: true },
    orderBy: { memberId: 'asc' },
  })
  const votes = ballot.secret ? await openSeals(tx, ballot.resolutionId) : voters.map(named)
  if (ballot.secret) await writePapers(tx, ballot.resolutionId, votes, ballot.kept)
  const categories = new Set(votes.map(({ category }) => category))
  const byCategory = [...categories].map(
    (key) => [key, totalsOf(votes.filter(({ category }) => category === key))] as const,
  )
  return { voters, totals: totalsOf(votes), byCategory: new Map(byCategory) }
}

function named({ choice, voices, category }: Count['voters'][number]): Vote {
  if (choice === null) throw new Error('a slip of an open ballot carries a choice')
  return { choice, voices, category }
}

function totalsOf(votes: readonly Vote[]): Record<Unit, Totals> {
  const totals = { voices: noTotals(), members: noTotals() }
  for (const { choice, voices } of votes) {
    totals.voices[COUNTED_AS[choice]] += voices
    totals.members[COUNTED_AS[choice]] += 1
  }
  return totals
}

async function openSeals(tx: Tx, resolutionId: string): Promise<Vote[]> {
  const faults = await boxFaults(tx, resolutionId)
  if (faults) throw new Refusal(faultSentence(faults))
  const seals = await tx.sealedVote.findMany({ where: { resolutionId } })
  const votes = seals.map(({ id, box, voices, category }) => ({
    choice: unseal(resolutionId, id, box),
    voices,
    category,
  }))
  await tx.sealedVote.deleteMany({ where: { resolutionId } })
  return votes
}

async function writePapers(
  tx: Tx,
  resolutionId: string,
  votes: readonly Vote[],
  kept: readonly Space[],
): Promise<void> {
  const papers = kept.flatMap(({ unit, among }) =>
    votes
      .filter(({ category }) => among === null || category === among)
      .flatMap(({ choice, voices }) =>
        Array.from({ length: unit === 'voices' ? voices : 1 }, () => ({ unit, among: among ?? '', choice })),
      ),
  )
  await tx.paper.createMany({ data: shuffled(papers).map((paper) => ({ id: randomUUID(), resolutionId, ...paper })) })
}
