import { formatPath, type Fault } from './faults'
import { fraction, isOne } from './fraction'
import type { Notice, SecondSession, Statutes } from './schema'

type Path = readonly PropertyKey[]
type Report = (path: Path, message: string) => void

interface Threshold {
  moreThan?: string
  lessThan?: string
  among?: string[]
}

/** First day, counted from the sending (day 0), on which a meeting called with this notice may be held. */
export function firstLawfulDay(notice: Notice): number {
  return notice.clear ? notice.days + 1 : notice.days
}

function unknownCategories(statutes: Statutes, keys: readonly string[], path: Path, report: Report): void {
  keys.forEach((key, index) => {
    if (!Object.hasOwn(statutes.categories, key)) report([...path, index], `la catégorie « ${key} » n’existe pas`)
  })
}

function checkRequirements(statutes: Statutes, requirements: readonly Threshold[], path: Path, report: Report): void {
  requirements.forEach((requirement, index) => {
    const at = [...path, index]
    if (requirement.among) unknownCategories(statutes, requirement.among, [...at, 'among'], report)
    if (requirement.moreThan !== undefined && isOne(fraction(requirement.moreThan))) {
      report([...at, 'moreThan'], 'plus de la totalité ne peut jamais être atteint')
    }
    if (requirement.lessThan !== undefined && fraction(requirement.lessThan).num === 0n) {
      report([...at, 'lessThan'], 'moins de zéro ne peut jamais être atteint')
    }
  })
}

/** Model: a notice of 15 clear days makes a second session within 15 days impossible by one day. */
function checkSecondSession(second: SecondSession, path: Path, report: Report): void {
  if (second.withinDays === null) return
  const first = firstLawfulDay(second.notice)
  if (first > second.withinDays) {
    report(
      [...path, 'notice', 'days'],
      `le préavis est plus long que le délai : convoquée le jour même, la seconde session se tiendrait au plus tôt le jour ${first}, pour un délai de ${second.withinDays} jours (withinDays)`,
    )
  }
  if (second.notBeforeDays !== null && second.notBeforeDays > second.withinDays) {
    report(
      [...path, 'notBeforeDays'],
      `le délai minimal (${second.notBeforeDays} jours) dépasse le délai maximal (withinDays : ${second.withinDays} jours)`,
    )
  }
}

function checkBodies(statutes: Statutes, report: Report): void {
  for (const key of ['bureau', 'ago', 'age'] as const) {
    const body = statutes.bodies[key]
    const path = ['bodies', key]
    checkRequirements(statutes, body.quorum, [...path, 'quorum'], report)
    checkRequirements(statutes, body.majority, [...path, 'majority'], report)
    if (body.remoteVote?.mode === 'window' && !body.remoteVote.hours) {
      report([...path, 'remoteVote', 'hours'], 'un vote en ligne avant la séance dure au moins une heure')
    }
    if (!body.secondSession) continue
    checkSecondSession(body.secondSession, [...path, 'secondSession'], report)
    checkRequirements(statutes, body.secondSession.quorum, [...path, 'secondSession', 'quorum'], report)
    checkRequirements(statutes, body.secondSession.majority, [...path, 'secondSession', 'majority'], report)
  }
}

function checkOffices(statutes: Statutes, report: Report): void {
  for (const field of ['candidacyDaysBefore', 'noCandidate'] as const) {
    for (const office of Object.keys(statutes.elections[field])) {
      if (!Object.hasOwn(statutes.offices, office))
        report(['elections', field, office], `la fonction « ${office} » n’existe pas`)
    }
  }
}

function checkAdmission(statutes: Statutes, report: Report): void {
  const known = (category: string) => Object.hasOwn(statutes.categories, category)
  const { founder } = statutes.admission
  for (const key of Object.keys(statutes.admission)) {
    if (!known(key) && !['active', 'honorary', 'founder'].includes(key))
      report(['admission', key], `la catégorie « ${key} » n’existe pas`)
  }
  if (!known('founder')) return
  if (!known(founder.from)) report(['admission', 'founder', 'from'], `la catégorie « ${founder.from} » n’existe pas`)
  if (!known(founder.unanimityOf.category)) {
    report(
      ['admission', 'founder', 'unanimityOf', 'category'],
      `la catégorie « ${founder.unanimityOf.category} » n’existe pas`,
    )
  }
}

/** What well-formed statutes say against themselves: settings that no act could ever satisfy, names that do not exist. */
export function contradictions(statutes: Statutes, prefix: Path = []): Fault[] {
  const faults: Fault[] = []
  const report: Report = (path, message) => faults.push({ path: formatPath([...prefix, ...path]), message })
  const categories = Object.entries(statutes.categories)
  if (categories.length === 0) report(['categories'], 'au moins une catégorie de membres est attendue')
  for (const [key, category] of categories) {
    unknownCategories(statutes, category.proxies.from, ['categories', key, 'proxies', 'from'], report)
  }
  checkBodies(statutes, report)
  checkRequirements(statutes, statutes.elections.rounds, ['elections', 'rounds'], report)
  checkOffices(statutes, report)
  checkAdmission(statutes, report)
  return faults
}
