import { addDays, type CivilDate } from './civil-date'
import { plainCount, plainDate } from './french'
import { ofOrgan, type Organ } from './organs'
import { lawful, reason, unlawful, type Ruling } from './ruling'
import type { Statutes } from './schema'

export interface ExclusionAppeal {
  /** who pronounced the exclusion */
  decidedBy: Organ
  /** first presentation of the letter of decision; null: no proof of it yet */
  presentedOn: CivilDate | null
  /** day of the appeal: on line, or of the posting of a letter where its postmark proves it */
  on: CivilDate
}

/** 6.4-a: last day of the appeal, included; null where the statutes give none. The day of the presentation does not count. */
export function lastDayOfAppeal({ discipline }: Statutes, presentedOn: CivilDate): CivilDate | null {
  return discipline.appealDays === undefined ? null : addDays(presentedOn, discipline.appealDays)
}

/** 6.4-a: whether the exclusion that this organ pronounced may be brought before the assembly, at any time at all. */
export function judgeAppealable({ discipline }: Statutes, decidedBy: Organ): Ruling {
  if (discipline.appealDays === undefined)
    return unlawful(reason('6.4-a', 'Les statuts n’organisent pas de recours devant l’assemblée générale.'))
  if (decidedBy === 'ago' || decidedBy === 'age')
    return unlawful(
      reason('6.4-a', `La décision est déjà celle ${ofOrgan(decidedBy)} : il n’y a pas de recours devant elle.`),
    )
  return lawful(
    reason('6.4-a', 'La personne exclue peut demander à l’assemblée générale ordinaire de décider à nouveau.'),
  )
}

/**
 * 6.4-a, where the statutes give `appealDays`: may a person excluded by the President or the Bureau ask the ordinary assembly that day
 * to decide again? Until the last day included, counted from the first presentation of the letter of decision; before it is
 * presented the delay does not run. Our reading: the appeal does not suspend the exclusion, which the statutes alone could say.
 */
export function judgeAppeal(statutes: Statutes, { decidedBy, presentedOn, on }: ExclusionAppeal): Ruling {
  const given = judgeAppealable(statutes, decidedBy)
  const last = presentedOn === null ? null : lastDayOfAppeal(statutes, presentedOn)
  const days = statutes.discipline.appealDays
  if (given.outcome !== 'lawful' || days === undefined) return given
  const figures = { days, date: on }
  const delay = plainCount(days, 'jour')
  if (presentedOn === null || last === null) {
    const waits = `Le délai du recours (${delay}) ne court que de la présentation de la lettre de décision : il est ouvert.`
    return lawful(reason('6.4-a', waits, figures))
  }
  const open = on <= last
  const said = reason(
    '6.4-a',
    `Le recours ${open ? 'est' : 'était'} ouvert pendant ${delay} à compter de la première présentation de la lettre de décision (${plainDate(presentedOn)}) : jusqu’au ${plainDate(last)} inclus.`,
    { ...figures, since: presentedOn, deadline: last },
  )
  return open ? lawful(said) : unlawful(said)
}
