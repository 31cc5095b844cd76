import { ballotBox } from '~/ballots/box/ballot-box.server'
import { manualCountSchema } from '~/ballots/manual-count'
import type { NotedVote } from '~/ballots/box/box'
import { readOutcome, type Outcome } from '~/ballots/outcome'
import type { Resolution } from '~/generated/prisma/client'
import { effectSentence, readEffect } from '~/effects'
import { effectNames } from '~/effects/names.server'
import type { Db, Tx } from '~/platform/db.server'
import { agreed, byName, list, typeset, capital } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import { frenchDateTime } from '~/ui/format'
import type { MinutesItem, MinutesResolution } from '../body'
import { quorumFigures, quorumWords } from './quorum-words'

const KINDS = { INFORMATION: 'information', DISCUSSION: 'discussion', VOTE: 'vote' } as const
const MODES = { ELECTRONIC: 'Vote électronique', HANDS: 'Vote à main levée', PAPER: 'Vote sur papier' } as const
const OUTCOMES = {
  ADOPTED: 'La résolution est adoptée',
  REJECTED: 'La résolution est rejetée',
  INVALID: 'La résolution n’a pu être votée, faute de quorum',
} as const

/** The agenda as it was dealt with: texts, votes and results with their articles, and the secretary's words. */
export async function itemFacts(
  tx: Db | Tx,
  meetingId: string,
  debates: Record<string, string>,
  statutes: Statutes,
): Promise<MinutesItem[]> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: { position: 'asc' },
    include: { resolutions: { orderBy: { number: 'asc' } } },
  })
  const effects = items.flatMap(({ resolutions }) => resolutions.map(({ effect }) => readEffect(effect)))
  const names = await effectNames(tx, statutes, effects)
  const noted = await ballotBox.noted(tx, meetingId)
  return items.map((item) => ({
    id: item.id,
    position: item.position,
    title: item.title,
    kind: KINDS[item.kind],
    notes: item.notes,
    debate: debates[item.id] ?? '',
    resolutions: item.resolutions.map((resolution) =>
      resolutionFacts(
        resolution,
        effectSentence(readEffect(resolution.effect), names),
        notedSentences(noted.filter(({ resolutionId }) => resolutionId === resolution.id)),
      ),
    ),
  }))
}

/** « Vote noté par Inès Baudry pour : Karim Benhaddou. » */
function notedSentences(votes: readonly NotedVote[]): string[] {
  return [...new Set(votes.map(({ by }) => by))].map((by) => {
    const members = votes.filter((vote) => vote.by === by).map(({ member }) => member)
    return typeset(`${members.length > 1 ? 'Votes notés' : 'Vote noté'} ${byName(by)} pour : ${list(members)}.`)
  })
}

function resolutionFacts(resolution: Resolution, effect: string | null, noted: string[]): MinutesResolution {
  const outcome = readOutcome(resolution.outcome)
  const manual = resolution.manualCount === null ? null : manualCountSchema.parse(resolution.manualCount)
  const voices = outcome?.totals.voices ?? null
  const at = (moment: Date | null) => (moment ? frenchDateTime(moment) : null)
  return {
    id: resolution.id,
    number: resolution.number,
    title: resolution.title,
    text: resolution.text,
    state: resolution.state,
    secret: resolution.secret,
    unanimity: resolution.kind === 'UNANIMITY',
    mode: resolution.mode ? `${MODES[resolution.mode]}${resolution.secret ? ', à bulletin secret' : ''}.` : '',
    quorum: quorumSentence(resolution.quorum),
    counts: outcome && voices ? { ...voices, unit: outcome.unit, heads: outcome.totals.members } : null,
    sentences: outcome
      ? [...outcomeSentences(outcome), ...noted]
      : resolution.state === 'WITHDRAWN'
        ? ['La résolution a été retirée de l’ordre du jour.']
        : [],
    reasons: outcome?.reasons ?? [],
    tellers: manual ? [...manual.tellers] : [],
    effect: effect && resolution.state === 'ADOPTED' ? effect : null,
    openedAt: at(resolution.openedAt),
    closedAt: at(resolution.closedAt),
  }
}

function quorumSentence(stored: unknown): string | null {
  const read = quorumFigures.safeParse(stored)
  return read.success ? quorumWords('Au moment du vote', read.data) : null
}

function outcomeSentences(outcome: Outcome): string[] {
  const { state, required, thresholds, unit, counted } = outcome
  const word = unit === 'voices' ? 'voix' : agreed(counted, 'membre')
  const casting =
    outcome.casting &&
    `À égalité, la voix prépondérante de ${outcome.castingBy ?? 'la présidence'} a emporté la décision.`
  return [
    state === 'INVALID'
      ? `${OUTCOMES.INVALID}.`
      : `${OUTCOMES[state]} : ${counted} ${word} pour, ${required} requis (${list(thresholds)}).`,
    casting,
    ...outcome.sensitive.map(({ sentence }) => `Une autre lecture des statuts changerait ce résultat : ${sentence}`),
  ].flatMap((sentence) => (sentence ? [typeset(capital(sentence))] : []))
}
