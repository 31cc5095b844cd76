import { remoteVote } from '~/statutes/remote-vote'
import type { RuleId } from '~/statutes/ruling'
import type { BodyKey, Statutes } from '~/statutes/schema'

export type RemoteArticle = { article: string; clauses: { body: string; rule: RuleId; sentence: string }[] }

const BODIES: [BodyKey, string][] = [
  ['ago', 'Assemblée générale ordinaire'],
  ['age', 'Assemblée générale extraordinaire'],
  ['bureau', 'Bureau'],
]

/** The articles of one's own that admit votes from afar (« 13.4 »), with what each says for each body; [] where there are none. */
export function remoteArticles(statutes: Statutes): RemoteArticle[] {
  const articles = new Map<string, RemoteArticle>()
  for (const [key, body] of BODIES) {
    const { article, ruling } = remoteVote(statutes, key)
    const [said] = ruling.reasons
    if (article === null || !said) continue
    const known = articles.get(article) ?? { article, clauses: [] }
    known.clauses.push({ body, rule: said.rule, sentence: said.sentence })
    articles.set(article, known)
  }
  return [...articles.values()]
}
