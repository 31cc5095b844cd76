import { writeLetter } from '~/members/letters/write-letter.server'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { suspensionLetter } from './case-letters'
import { involvedMembers } from './involved.server'
import { letterSigner } from './letter-signer.server'

export type Suspended = {
  memberId: string
  from: string
  until: string
  reason: string
  on: string
  /** « AGO du 12 juin 2027, résolution 4 » */
  source: string
  resolutionId: string
}

/** 6.4-c: the letter that notifies a suspension: from when, until when, why, and that everything comes back by itself. */
export async function writeSuspensionLetter(tx: Tx, ctx: Context, suspended: Suspended): Promise<void> {
  const { memberId, source, resolutionId, ...told } = suspended
  const seat = await tx.mandate.count({ where: { memberId, endedOn: null } })
  await writeLetter(tx, ctx, {
    memberId,
    kind: 'suspension',
    subjectId: resolutionId,
    content: suspensionLetter({
      ...told,
      by: `l’assemblée générale (${source})`,
      seat: seat > 0,
      signer: await letterSigner(tx, told.on, await involvedMembers(tx, { memberId, recusals: [] })),
    }),
  })
}
