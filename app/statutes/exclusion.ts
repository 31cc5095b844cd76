import { addDays, type CivilDate } from './civil-date'
import { plainCount, plainDate } from './french'
import { byOrgan, type Organ } from './organs'
import { incomplete, reason, rulingFrom, type Reason, type Ruling } from './ruling'
import type { Statutes } from './schema'

/** One thing that happened, on its day: « comportement inacceptable » alone is no fact. */
export interface Fact {
  on: CivilDate
  text: string
}

/** A fact says in so many signs what was done; the reasons of a decision as well. */
export const FACT_SIGNS = 30
export const REASON_SIGNS = 40

export interface ExclusionNotice {
  facts: Fact[]
  ruleBroken: string
  sanction: string
  /** where and when the member is heard; null: he is invited to write */
  hearing: { on: CivilDate; place: string } | null
  /** whether the letter says that he may be assisted */
  assistance: boolean
  writtenOn: CivilDate
}

/** 6.4-a: first day on which a decision may be taken, or the member heard: the defence days are wholly over. */
export function defenceOver(statutes: Statutes, presentedOn: CivilDate): CivilDate {
  return addDays(presentedOn, statutes.discipline.defenceDays + 1)
}

type Finding = { ok: boolean; reason: Reason }
const finding = (ok: boolean, sentence: string, figures: Reason['figures'] = {}): Finding => ({
  ok,
  reason: reason('6.4-a', sentence, figures),
})

/**
 * 6.4-a: does the letter give the member what he needs to defend himself? Dated facts of `FACT_SIGNS` signs at least, the rule
 * broken, the sanction envisaged, a hearing after the defence days (or an invitation to write), and the right to be assisted.
 */
export function judgeExclusionNotice(statutes: Statutes, notice: ExclusionNotice): Ruling {
  const { facts, hearing, writtenOn } = notice
  const earliest = defenceOver(statutes, writtenOn)
  const precise = facts.length > 0 && facts.every(({ on, text }) => on <= writtenOn && text.trim().length >= FACT_SIGNS)
  const days = plainCount(statutes.discipline.defenceDays, 'jour')
  const figures = { days: statutes.discipline.defenceDays, date: hearing?.on ?? null, deadline: earliest }
  const placed = hearing === null || hearing.place.trim() !== ''
  return rulingFrom([
    finding(precise, 'Les faits sont précis : chacun a sa date, passée, et dit ce qui s’est produit.'),
    finding(notice.ruleBroken.trim() !== '', 'La lettre dit quelle règle n’a pas été respectée.'),
    finding(notice.sanction.trim() !== '', 'La lettre dit quelle sanction est envisagée.'),
    finding(
      hearing === null || hearing.on >= earliest,
      hearing === null
        ? `Le membre est invité à répondre par écrit, ${days} au moins après la première présentation de la lettre.`
        : `L’audition a lieu ${days} pleins au moins après la lettre : le ${plainDate(earliest)} au plus tôt.`,
      figures,
    ),
    finding(placed, 'La lettre dit où le membre est entendu.'),
    finding(notice.assistance, 'La lettre dit que le membre peut se faire assister de la personne de son choix.'),
  ])
}

export interface Impartiality {
  /** the President is complainant, target or related, or has spoken out */
  presidentRecused: boolean
  /** how many members of the Bureau in office are recused, or concerned */
  bureauRecused: number
}

/**
 * 6.4-a: who decides. The organ of the statutes, unless it cannot be impartial: the President recused, or any member of the
 * Bureau where it decides (no clause takes his seat's vote away, and his vote would taint the others), the ordinary assembly does.
 */
export function exclusionOrgan(statutes: Statutes, impartiality: Impartiality): Organ {
  return impartialOrgan(statutes.discipline.exclusionBy, impartiality)
}

/** 6.4-a, 6.4-c: this organ, or the ordinary assembly where it cannot be impartial. */
export function impartialOrgan(by: Organ, { presidentRecused, bureauRecused }: Impartiality): Organ {
  const partial = (by === 'president' && presidentRecused) || (by === 'bureau' && bureauRecused > 0)
  return partial ? 'ago' : by
}

export interface Defence {
  /** first presentation of the letter; null: no proof of it yet */
  presentedOn: CivilDate | null
  /** the hearing to which the member was invited, and whether what became of it is recorded; null: invited to write */
  hearing: { on: CivilDate; recorded: boolean } | null
}

export interface ExclusionDecision extends Defence {
  /** who decides */
  by: Organ
  /** who must decide, as `exclusionOrgan` says; the ordinary assembly for the loss of the founder's quality */
  organ: Organ
  /** whoever decides is complainant, target or related */
  deciderRecused: boolean
  decidedOn: CivilDate
  reasons: string
}

/**
 * 6.4-a: may the decision be taken that day? By the right and impartial organ, after the letter was presented and the defence
 * days are strictly over, the member heard (or duly invited to be, or to write), with written reasons.
 */
export function judgeExclusionDecision(statutes: Statutes, decision: ExclusionDecision): Ruling {
  const { by, organ, decidedOn, presentedOn, hearing } = decision
  const who = [
    finding(by === organ, `La décision est prise ${byOrgan(organ)}.`),
    finding(
      !decision.deciderRecused,
      'Qui s’est plaint, est visé ou est proche de l’intéressé ne décide pas : un autre organe le fait à sa place.',
    ),
    finding(
      decision.reasons.trim().length >= REASON_SIGNS,
      `La décision est motivée par écrit, en ${REASON_SIGNS} signes au moins.`,
    ),
  ]
  const refused = rulingFrom(who)
  if (refused.outcome === 'unlawful') return refused
  const missing = [
    ...(presentedOn === null ? ['la date de première présentation de la lettre recommandée'] : []),
    ...(hearing && hearing.on <= decidedOn && !hearing.recorded ? ['le compte rendu de l’audition'] : []),
  ]
  if (presentedOn === null || missing.length > 0)
    return incomplete(missing, reason('6.4-a', 'Le membre est d’abord mis en mesure de se défendre.'))
  const earliest = defenceOver(statutes, presentedOn)
  const days = statutes.discipline.defenceDays
  return rulingFrom([
    ...who,
    finding(
      decidedOn >= earliest,
      `Le membre a ${plainCount(days, 'jour')} pleins pour se défendre, comptés de la première présentation de la lettre (${plainDate(presentedOn)}) : décision le ${plainDate(earliest)} au plus tôt.`,
      { days, date: decidedOn, deadline: earliest },
    ),
    ...(hearing === null ? [] : heard(hearing.on, { earliest, decidedOn })),
  ])
}

function heard(on: CivilDate, { earliest, decidedOn }: { earliest: CivilDate; decidedOn: CivilDate }): Finding[] {
  return [
    finding(
      on >= earliest,
      on >= earliest
        ? 'L’audition a eu lieu une fois le délai de défense écoulé.'
        : `L’audition du ${plainDate(on)} vient avant la fin du délai de défense : fixez-en une autre, le ${plainDate(earliest)} au plus tôt.`,
      { date: on, deadline: earliest },
    ),
    finding(decidedOn >= on, `La décision suit l’audition du ${plainDate(on)}.`, { date: decidedOn }),
  ]
}
