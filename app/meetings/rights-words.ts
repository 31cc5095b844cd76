import type { BodyKey, Statutes } from '~/statutes/schema'
import { categoryOf } from '~/statutes/schema'
import { typeset } from '~/statutes/french'
import { remoteVote } from '~/statutes/remote-vote'
import { articleOf, type RuleId } from '~/statutes/catalogue'
import { votesByHead } from '~/statutes/vote-weight'
import type { VotingRight } from '~/statutes/voting-rights'
import { list, plural } from '~/ui/format'
import { enteredBy } from './reprise-marks/entered-by'

export type RightSentence = { rule: RuleId; article: string; sentence: string }

const said = (rule: RuleId, sentence: string): RightSentence => ({
  rule,
  article: articleOf(rule),
  sentence: typeset(sentence.replace(/'/g, '’')),
})

/** What a member may do at the meeting, said to him: « Vous votez avec 3 voix, en qualité de membre fondateur. » */
export function rightSentence(statutes: Statutes, body: BodyKey, right: VotingRight): RightSentence {
  const label = categoryOf(statutes, right.category)?.label ?? right.category
  if (right.mayVote && body === 'bureau' && votesByHead(statutes, body))
    return said('8.1-a', 'Vous siégez au Bureau et vous y votez ; chaque membre du Bureau compte pour un.')
  if (right.mayVote) {
    const rule = right.category === 'founder' ? '6.1-e' : right.category === 'active' ? '6.2-b' : '13.1-a'
    const late = right.duesOk ? '' : ' Votre cotisation n’est pas encore réglée : vous gardez votre vote.'
    const entered = right.reasons.filter((each) => enteredBy(each) === 'right').map(({ sentence }) => ` ${sentence}`)
    return said(
      rule,
      `${votesByHead(statutes, body) ? 'Vous votez ; chaque membre compte pour un' : `Vous votez avec ${plural(right.voices, 'voix', 'voix')}`}, en qualité de ${label}.${late}${entered.join('')}`,
    )
  }
  const why = right.reasons[0]
  if (right.category === 'honorary')
    return said('6.3-a', `En qualité de ${label}, vous assistez à la réunion et y prenez la parole, sans voter.`)
  return said(why?.rule ?? '6-a', `Vous ne votez pas à cette réunion. ${why?.sentence ?? ''}`.trim())
}

/** The rule of proxies in his case: to whom, how many each; null where he has no vote to give. */
export function proxySentence(statutes: Statutes, body: BodyKey, right: VotingRight): RightSentence | null {
  if (!right.mayVote) return null
  if (!statutes.bodies[body].proxies)
    return body === 'bureau'
      ? said('8.3-a', 'Aucun pouvoir n’est admis au Bureau : venez, ou dites que vous ne venez pas.')
      : null
  const rule = right.category === 'founder' ? '6.1-d' : right.category === 'active' ? '6.2-c' : '6-a'
  const holders = Object.values(statutes.categories).filter(
    ({ proxies, mayVote }) => mayVote && proxies.max !== 0 && proxies.from.includes(right.category),
  )
  if (holders.length === 0)
    return said(rule, 'Les statuts ne vous permettent pas de donner pouvoir : venez, ou dites que vous ne venez pas.')
  const to = holders.map(
    ({ label, proxies }) => `un ${label}${proxies.max === null ? '' : ` (qui en détient ${proxies.max} au plus)`}`,
  )
  return said(
    rule,
    `Si vous ne venez pas, vous pouvez donner pouvoir par écrit à ${list(to, 'ou')}. Votre arrivée y met fin.`,
  )
}

/** Voting from afar, said to whoever may vote: the article that allows it and how; null where the statutes are silent. */
export function remoteSentence(statutes: Statutes, body: BodyKey, right: VotingRight): RightSentence | null {
  const { article, mode, hours, ruling } = remoteVote(statutes, body)
  const rule = ruling.reasons[0]?.rule
  if (!right.mayVote || article === null || rule === undefined) return null
  const how =
    mode === 'window'
      ? `Sans venir, vous pouvez aussi voter en ligne pendant les ${plural(hours ?? 0, 'heure')} qui précèdent la réunion.`
      : 'Par visioconférence, vous votez en ligne pendant que le scrutin est ouvert.'
  return { ...said(rule, how), article }
}
