import type { Citation } from '~/members/register/citation.form'
import type { Fact } from '~/membership/reprises/facts'
import { proposeReprise } from '~/membership/reprises/propose-reprise.server'
import { signReprise } from '~/membership/reprises/sign-reprise.server'
import type { Context } from '~/platform/context'

export const CITED: Citation = {
  source: 'AGO du 10 mars 2027, résolution 4',
  decidedOn: '2027-03-10',
  why: 'assemblée tenue sur papier',
}

/** Enters a fact decided elsewhere the lawful way once the installation is closed: one officer proposes, another signs. */
export async function enterByReprise(
  { proposer, signer }: { proposer: Context; signer: Context },
  fact: Fact,
  citation: Citation = CITED,
): Promise<string> {
  const id = await proposeReprise(proposer, { facts: [fact], citation })
  await signReprise(signer, { id })
  return id
}
