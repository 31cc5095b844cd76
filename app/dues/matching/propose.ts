import { fold } from '~/platform/folding'
import { referenceCandidates } from '~/banking/references'

/** A dues as a proposal sees it. */
export type MatchableDues = {
  duesId: string
  /** « C202700042 » */
  compact: string
  reference: string
  year: number
  memberId: string
  label: string
  /** folded words that all stand in a label that names this member */
  words: readonly string[]
  lackingCents: number
}

export type Proposal = {
  /** sure: the reference and the exact sum; likely: a person should look first; twice: these dues are settled already */
  grade: 'sure' | 'likely' | 'twice'
  parts: { duesId: string; amountCents: number }[]
  dues: MatchableDues[]
  /** why, in French */
  why: string
}

type Credit = { label: string; amountCents: number }
export type Known = { byReference: ReadonlyMap<string, MatchableDues>; byWord: ReadonlyMap<string, MatchableDues[]> }

/**
 * What a credit of the statement most likely pays, or null. References first, then the member's name with the exact sum; at
 * last a reference whose dues are settled: money that came twice, and that pays nothing until a person says what.
 */
export function propose(credit: Credit, known: Known): Proposal | null {
  const dues = namedDues(credit, known)
  return byReference(credit, dues) ?? byName(credit, known) ?? cameTwice(dues)
}

/** The dues still open that a credit may pay, whatever its sum: those that it names, and those of every member that it names. */
export function couldPay(credit: Credit, known: Known): MatchableDues[] {
  const found = [...namedDues(credit, known), ...ofNamedMembers(credit, known)]
  return [...new Map(found.filter(({ lackingCents }) => lackingCents > 0).map((each) => [each.duesId, each])).values()]
}

function namedDues({ label }: Credit, known: Known): MatchableDues[] {
  const named = referenceCandidates(label).flatMap((text) => known.byReference.get(text) ?? [])
  return [...new Map(named.map((each) => [each.duesId, each])).values()]
}

const cameTwice = (dues: MatchableDues[]): Proposal | null =>
  dues.length === 0 ? null : { grade: 'twice', parts: [], dues, why: 'un double paiement, sans doute' }

function byReference({ amountCents }: Credit, dues: MatchableDues[]): Proposal | null {
  const open = dues.filter(({ lackingCents }) => lackingCents > 0)
  if (open.length === 0) return null
  const lacking = open.reduce((sum, each) => sum + each.lackingCents, 0)
  const what = open.length > 1 ? `${open.length} références` : 'référence'
  if (lacking === amountCents && open.length === dues.length)
    return { grade: 'sure', parts: inOrder(open, amountCents), dues: open, why: `${what} et somme exacte` }
  const parts = inOrder(open, amountCents)
  const why =
    amountCents < lacking
      ? `${what}, mais la somme ne règle qu’une partie`
      : `${what}, mais la somme dépasse ce qui reste à régler`
  return {
    grade: 'likely',
    parts,
    dues: open.filter(({ duesId }) => parts.some((part) => part.duesId === duesId)),
    why,
  }
}

/** The open dues of the members whose every name stands in the label. */
function ofNamedMembers({ label }: Credit, known: Known): MatchableDues[] {
  const said = new Set(fold(label).split(' '))
  const named = [...said].flatMap((word) => known.byWord.get(word) ?? [])
  return [...new Map(named.map((each) => [each.duesId, each])).values()].filter(
    ({ words, lackingCents }) => lackingCents > 0 && words.every((word) => said.has(word)),
  )
}

/** One member whose every name stands in the label, and whose dues lack exactly this sum, alone or together. */
function byName(credit: Credit, known: Known): Proposal | null {
  const { amountCents } = credit
  const open = ofNamedMembers(credit, known)
  const members = new Set(open.map(({ memberId }) => memberId))
  const exact = [...members].flatMap((id) => {
    const dues = open.filter(({ memberId }) => memberId === id)
    const total = dues.reduce((sum, each) => sum + each.lackingCents, 0)
    if (total === amountCents) return [dues]
    const one = dues.filter(({ lackingCents }) => lackingCents === amountCents).toSorted((a, b) => a.year - b.year)[0]
    return one ? [[one]] : []
  })
  const [dues] = exact
  if (!dues || exact.length > 1) return null
  return { grade: 'likely', parts: inOrder(dues, amountCents), dues, why: 'nom et somme exacte' }
}

/** The sum given to each in turn, no more than it lacks. */
function inOrder(dues: readonly MatchableDues[], amountCents: number): Proposal['parts'] {
  let left = amountCents
  return dues.flatMap(({ duesId, lackingCents }) => {
    const part = Math.min(left, lackingCents)
    left -= part
    return part > 0 ? [{ duesId, amountCents: part }] : []
  })
}

/** A proposal as text: what was shown is what is accepted. */
export const proposalKey = ({ parts, dues }: Pick<Proposal, 'parts' | 'dues'>): string =>
  parts.length > 0
    ? parts.map(({ duesId, amountCents }) => `${duesId}:${amountCents}`).join(',')
    : dues.map(({ duesId }) => `${duesId}:0`).join(',')
