import { articlesInForce } from '~/statutes/catalogue-text'
import type { RuleId } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import { byNumber } from './article-order'
import { otherChoices } from './other-choices'
import { remoteArticles } from './remote-article'

/** A piece of an article; `own` where this association chose, plain where every such association writes the same. */
export type Run = { text: string; own: boolean }
export type MarkedArticle = { article: string; title: string; paragraphs: { rule: RuleId; runs: Run[] }[] }

/**
 * The statutes with what this association chose set apart: the words that would be others under other parameters. Found by
 * comparing each paragraph with the one that `otherChoices` give, so that no list of parameters is kept twice.
 */
export function markedArticles(statutes: Statutes): MarkedArticle[] {
  const others = articlesInForce(otherChoices(statutes))
  return articlesInForce(statutes).map((article, index) => ({
    article: article.article,
    title: article.title,
    paragraphs: article.paragraphs.map(({ rule, text }, rank) => ({
      rule,
      runs: runsOf(text, others[index]?.paragraphs[rank]?.text ?? text),
    })),
  }))
}

/** Numbers of several groups, words and what stands between them, each a token. */
const TOKEN = /\d[\d\u00a0\u202f]*\d|[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu
const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token)

function runsOf(text: string, other: string): Run[] {
  const tokens = text.match(TOKEN) ?? []
  const kept = common(tokens, other.match(TOKEN) ?? [])
  const marks = tokens.map((token, index) => isWord(token) && !kept.has(index))
  const own = marks.map(
    (mark, index) => mark || (isGap(tokens[index]) && marks[index - 1] === true && marks[index + 1] === true),
  )
  return tokens.reduce<Run[]>((runs, token, index) => {
    const last = runs.at(-1)
    if (last && last.own === own[index]) last.text += token
    else runs.push({ text: token, own: own[index] === true })
    return runs
  }, [])
}

const isGap = (token: string | undefined) => token !== undefined && /^[\s’]+$/u.test(token)

/** Indexes of the tokens of `some` that belong to a longest common subsequence with `others`. */
function common(some: readonly string[], others: readonly string[]): Set<number> {
  const longest = Array.from({ length: some.length + 1 }, () => new Uint16Array(others.length + 1))
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0
  for (let i = some.length - 1; i >= 0; i -= 1)
    for (let j = others.length - 1; j >= 0; j -= 1) {
      const row = longest[i]
      if (row) row[j] = some[i] === others[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const kept = new Set<number>()
  for (let i = 0, j = 0; i < some.length && j < others.length;) {
    if (some[i] === others[j]) {
      kept.add(i)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return kept
}

/** Articles whose text differs between two versions, by their number; those of one's own on votes from afar included. */
export function changedArticles(before: Statutes, after: Statutes): string[] {
  const known = texts(before)
  return [...texts(after)].flatMap(([article, text]) => (known.get(article) === text ? [] : [article])).sort(byNumber)
}

function texts(statutes: Statutes): Map<string, string> {
  const ofModel = articlesInForce(statutes).map(({ article, paragraphs }): [string, string] => [
    article,
    paragraphs.map(({ text }) => text).join('\n'),
  ])
  const own = remoteArticles(statutes).map(({ article, clauses }): [string, string] => [
    article,
    clauses.map(({ body, sentence }) => `${body} ${sentence}`).join('\n'),
  ])
  return new Map([...own, ...ofModel])
}
