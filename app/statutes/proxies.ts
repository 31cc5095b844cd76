import { plainCount } from './french'
import { reason, type Reason, type RuleId } from './ruling'
import { categoryOf, type BodyKey, type Statutes } from './schema'
import { rightsById, type VotingRight } from './voting-rights'

export interface Proxy {
  from: string
  to: string
}

export interface ProxyRuling extends Proxy {
  accepted: boolean
  rule: RuleId
  reason: Reason
}

/** Before the session nobody is there yet: a holder may be absent, and a giver may still come. */
export interface ProxyOptions {
  presence?: 'known' | 'unknown'
}

interface Held {
  count: number
  voices: number
}

/** The proxies accepted so far, by giver and by holder. */
class ProxyBook {
  readonly givers = new Set<string>()
  readonly holders = new Map<string, Held>()

  constructor(
    readonly statutes: Statutes,
    readonly body: BodyKey,
    readonly rights: ReadonlyMap<string, VotingRight>,
    readonly present: ReadonlySet<string> | null,
  ) {}

  held(id: string): Held {
    return this.holders.get(id) ?? { count: 0, voices: 0 }
  }

  accept({ from, to }: Proxy): void {
    const held = this.held(to)
    this.givers.add(from)
    this.holders.set(to, { count: held.count + 1, voices: held.voices + (this.rights.get(from)?.voices ?? 0) })
  }
}

/** Founders' proxies are in 6.1, actives' in 6.2; those of a category of one's own stand with the categories. */
function proxyRule(category: string | undefined): RuleId {
  if (category === 'founder') return '6.1-d'
  return category === 'active' ? '6.2-c' : '6-a'
}

/** 6.1-d, 6.2-c: presence, right to vote, one proxy a giver, no chain; then the holder's category and limits. */
function judge(book: ProxyBook, proxy: Proxy): ProxyRuling {
  const giver = book.rights.get(proxy.from)
  const holder = book.rights.get(proxy.to)
  const rule = proxyRule(giver?.category ?? holder?.category)
  const answer = (accepted: boolean, sentence: string, figures: Reason['figures'] = {}): ProxyRuling => ({
    ...proxy,
    accepted,
    rule,
    reason: reason(rule, sentence, { ...figures, from: proxy.from, to: proxy.to }),
  })
  const refused = (sentence: string, figures?: Reason['figures']) => answer(false, sentence, figures)

  if (!book.statutes.bodies[book.body].proxies) return refused('Aucun pouvoir n’est admis dans cette instance.')
  if (proxy.from === proxy.to) return refused('On ne peut se donner pouvoir à soi-même.')
  if (book.present?.has(proxy.from)) return refused('Celui qui donne pouvoir est présent : il vote lui-même.')
  if (!giver?.mayVote) return refused('Celui qui donne pouvoir n’a pas le droit de vote à cette réunion.')
  if (book.givers.has(proxy.from)) return refused('Ce membre a déjà donné un pouvoir valable : un second est refusé.')
  if (book.givers.has(proxy.to))
    return refused('Celui qui reçoit le pouvoir a lui-même donné le sien : un pouvoir ne se transmet pas.')
  if (book.present && !book.present.has(proxy.to)) return refused('Celui qui reçoit le pouvoir est absent.')
  if (!holder?.mayVote) return refused('Celui qui reçoit le pouvoir n’a pas le droit de vote à cette réunion.')
  if (book.holders.has(proxy.from))
    return refused('Celui qui donne pouvoir en détient lui-même : un pouvoir ne se transmet pas.')

  const category = categoryOf(book.statutes, holder.category)
  const limits = category?.proxies
  if (!category || !limits || !limits.from.includes(giver.category)) {
    const label = categoryOf(book.statutes, giver.category)?.label ?? giver.category
    return refused(`Un ${category?.label ?? holder.category} ne peut recevoir le pouvoir d’un ${label}.`)
  }
  const held = book.held(proxy.to)
  if (limits.max !== null && held.count >= limits.max) {
    const most = limits.max === 0 ? 'aucun pouvoir' : `${plainCount(limits.max, 'pouvoir')} au plus`
    return refused(`Un ${category.label} détient ${most}, et celui-ci en détient déjà ${held.count}.`, {
      held: held.count,
      max: limits.max,
    })
  }
  if (limits.maxVoices !== null && held.voices + giver.voices > limits.maxVoices) {
    const sentence = `Un ${category.label} reçoit ${limits.maxVoices} voix au plus : il en a déjà reçu ${held.voices}, et ce pouvoir en porte ${giver.voices}.`
    return refused(sentence, { voices: held.voices + giver.voices, maxVoices: limits.maxVoices })
  }
  return answer(true, `Pouvoir valable : ${plainCount(held.count + 1, 'pouvoir détenu', 'pouvoirs détenus')}.`, {
    held: held.count + 1,
    max: limits.max,
  })
}

function openBook(
  statutes: Statutes,
  body: BodyKey,
  rights: readonly VotingRight[],
  present: Iterable<string> | null,
  accepted: readonly Proxy[] = [],
): ProxyBook {
  const book = new ProxyBook(statutes, body, rightsById(rights), present === null ? null : new Set(present))
  accepted.forEach((proxy) => book.accept(proxy))
  return book
}

/** Every proxy in its order of receipt. A refused one uses no limit and does not make the giver's next one a second. */
export function judgeProxies(
  statutes: Statutes,
  body: BodyKey,
  rights: readonly VotingRight[],
  presentIds: Iterable<string>,
  proxies: readonly Proxy[],
  options: ProxyOptions = {},
): ProxyRuling[] {
  const book = openBook(statutes, body, rights, options.presence === 'unknown' ? null : presentIds)
  return proxies.map((proxy) => {
    const ruling = judge(book, proxy)
    if (ruling.accepted) book.accept(proxy)
    return ruling
  })
}

/** May `to` hold the proxy of `from`, beside those already accepted? Before the session, presence is unknown. */
export function mayHoldFor(
  statutes: Statutes,
  body: BodyKey,
  rights: readonly VotingRight[],
  accepted: readonly Proxy[],
  proxy: Proxy,
  presentIds: Iterable<string> | null = null,
): ProxyRuling {
  return judge(openBook(statutes, body, rights, presentIds, accepted), proxy)
}

/** Everyone who may lawfully hold the proxy of `from`, in the order of the rights. */
export function lawfulHolders(
  statutes: Statutes,
  body: BodyKey,
  rights: readonly VotingRight[],
  accepted: readonly Proxy[],
  from: string,
  presentIds: Iterable<string> | null = null,
): string[] {
  const book = openBook(statutes, body, rights, presentIds, accepted)
  return rights.filter((right) => judge(book, { from, to: right.id }).accepted).map((right) => right.id)
}

export interface HolderRoom {
  held: number
  heldVoices: number
  /** What is left; null: no limit. */
  proxiesLeft: number | null
  voicesLeft: number | null
  /** Categories that may give to this holder. */
  from: readonly string[]
}

/** 6.1-d, 6.2-c: what is left of a holder's limits, in proxies and in voices received. */
export function holderRoom(
  statutes: Statutes,
  body: BodyKey,
  rights: readonly VotingRight[],
  accepted: readonly Proxy[],
  holderId: string,
): HolderRoom {
  const book = openBook(statutes, body, rights, null, accepted)
  const { count, voices } = book.held(holderId)
  const right = book.rights.get(holderId)
  const limits =
    right?.mayVote && statutes.bodies[body].proxies ? categoryOf(statutes, right.category)?.proxies : undefined
  if (!limits) return { held: count, heldVoices: voices, proxiesLeft: 0, voicesLeft: 0, from: [] }
  return {
    held: count,
    heldVoices: voices,
    proxiesLeft: limits.max === null ? null : Math.max(0, limits.max - count),
    voicesLeft: limits.maxVoices === null ? null : Math.max(0, limits.maxVoices - voices),
    from: limits.from,
  }
}
