import type { Reprise } from '~/generated/prisma/client'
import { isInstalling } from '~/association/installation/is-installing.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { instantFromDate, isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { notFound } from '~/platform/refusal'
import { isFresh } from '~/platform/sign-in/fresh'
import { mayCloseInstallation } from './close-installation.server'
import { factWords } from './fact-words.server'
import { FACT_RULES, readFacts, type Fact } from './facts'
import { STATE_WORDS } from './lock-reprise.server'
import { signingQuality } from './signers.server'

const day = (moment: Date | null) => moment && parisDate(instantFromDate(moment))

/** One reprise, for whoever may sign: what it enters, from which act, who signs; 404 for the others. */
export async function reprisePage(ctx: Context, id: string) {
  const found = await ctx.db.reprise.findUnique({ where: { id } })
  const own = found?.proposedById === ctx.actor.accountId
  if (!found || !(own || (await signingQuality(ctx.db, ctx, ctx.actor.accountId)))) throw notFound()
  const facts = readFacts(found.facts)
  const waiting = found.state === 'PROPOSED'
  return {
    ...shared(found),
    rules: [...new Set(facts.map(({ kind }) => FACT_RULES[kind]))],
    facts: await factWords(ctx.db, ctx, facts),
    trials: may(ctx.actor, 'members.write') ? facts.flatMap(trialOf) : [],
    papers: facts.flatMap((fact) => (fact.kind === 'internal-rules' ? [`/documents/${fact.documentId}`] : [])),
    erased: facts.length === 0,
    reason: found.reason,
    proposer: `${found.proposerName} (${found.proposerOffice})`,
    signer: found.signerName && `${found.signerName} (${found.signerOffice})`,
    refusal: found.refusal,
    may: { sign: waiting && !own, withdraw: waiting && own },
    fresh: isFresh(ctx.actor, ctx.now),
  }
}
export type ReprisePage = Awaited<ReturnType<typeof reprisePage>>

/** Where a file is read line by line, for whoever keeps the register. */
const trialOf = (fact: Fact) => (fact.kind === 'import' ? [`/membres/import/${fact.importId}`] : [])

/** Every reprise, those that wait first, and where the installation stands; 404 for whoever could not sign. */
export async function repriseList(ctx: Context) {
  if (!(await signingQuality(ctx.db, ctx, ctx.actor.accountId))) throw notFound()
  const [rows, installing] = await Promise.all([
    ctx.db.reprise.findMany({ orderBy: { proposedAt: 'desc' }, take: 200 }),
    isInstalling(ctx.db),
  ])
  const lines = await Promise.all(
    rows.map(async (row) => {
      const words = await factWords(ctx.db, ctx, readFacts(row.facts))
      return { ...shared(row), what: words.map(({ sentence }) => sentence).join(' ') || 'Données effacées' }
    }),
  )
  return {
    waiting: lines.filter(({ state }) => state === 'PROPOSED'),
    over: lines.filter(({ state }) => state !== 'PROPOSED'),
    installing,
    mayClose: installing && mayCloseInstallation(ctx),
  }
}
export type RepriseLine = Awaited<ReturnType<typeof repriseList>>['waiting'][number]

const shared = (found: Reprise) => ({
  id: found.id,
  state: found.state,
  stateWords: STATE_WORDS[found.state],
  source: found.source,
  decidedOn: isoDate(found.decidedOn),
  proposedOn: day(found.proposedAt) ?? '',
  proposerName: found.proposerName,
  signerName: found.signerName,
  closedOn: day(found.closedAt),
})

/** How many reprises wait for this actor's signature, and since when the oldest does. */
export async function reprisesToSign(
  ctx: Context,
): Promise<{ count: number; since: string | null; only: string | null }> {
  const none = { count: 0, since: null, only: null }
  if (ctx.actor.actingFor.length === 0) return none
  const waiting = await ctx.db.reprise.findMany({
    where: { state: 'PROPOSED', proposedById: { not: ctx.actor.accountId } },
    orderBy: { proposedAt: 'asc' },
    select: { id: true, proposedAt: true },
  })
  const [first] = waiting
  if (!first || !(await signingQuality(ctx.db, ctx, ctx.actor.accountId))) return none
  return { count: waiting.length, since: day(first.proposedAt), only: waiting.length === 1 ? first.id : null }
}
