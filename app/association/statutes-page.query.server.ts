import { dateColumn, isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { silences } from '~/statutes/silences'
import type { Statutes } from '~/statutes/schema'
import { association, statutesVersion } from './in-force.server'
import { changedArticles, markedArticles, type MarkedArticle } from './marked-text'
import { remoteArticles } from './remote-article'

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/

/** The version in force on a day typed in the address, or today; null when there was none or the day is no date. */
export async function versionOn(db: Db, asked: string | null, today: string) {
  const on = asked ?? today
  if (!CIVIL_DATE.test(on) || Number.isNaN(dateColumn(on).getTime())) return null
  const row = await db.statutesVersion.findFirst({
    where: { effectiveFrom: { lte: dateColumn(on) } },
    orderBy: { effectiveFrom: 'desc' },
    select: { id: true, hash: true },
  })
  return row && { ...(await statutesVersion(db, row.id)), hash: row.hash }
}

/** A version never changes: its articles are laid out once per process. */
const laidOut = new Map<string, MarkedArticle[]>()
function articlesOf({ id, statutes }: { id: string; statutes: Statutes }): MarkedArticle[] {
  const articles = laidOut.get(id) ?? markedArticles(statutes)
  laidOut.set(id, articles)
  return articles
}

/** The statutes as printed: articles, silences, versions with what each changed; null when none is in force that day. */
export async function statutesPage(db: Db, asked: string | null, today: string) {
  const shown = await versionOn(db, asked, today)
  if (!shown) return null
  const [{ name, object, seatStreet, postcode, town }, rows] = await Promise.all([
    association(db),
    db.statutesVersion.findMany({ orderBy: { effectiveFrom: 'asc' }, select: { id: true, effectiveFrom: true } }),
  ])
  const all = await Promise.all(rows.map(({ id }) => statutesVersion(db, id)))
  const versions = all.map((version, index) => {
    const before = all[index - 1]
    const next = rows[index + 1]
    return {
      id: version.id,
      from: version.effectiveFrom,
      until: next ? isoDate(next.effectiveFrom) : null,
      adoptedOn: version.adoptedOn,
      adoptedBy: version.adoptedBy,
      changed: before ? changedArticles(before.statutes, version.statutes) : [],
    }
  })
  const current = versions.findLast(({ from }) => from <= today)
  return {
    name,
    object,
    seat: `${seatStreet}, ${postcode} ${town}`,
    version: {
      id: shown.id,
      from: shown.effectiveFrom,
      adoptedOn: shown.adoptedOn,
      adoptedBy: shown.adoptedBy,
      hash: shown.hash,
    },
    inForce: current?.id === shown.id,
    articles: articlesOf(shown),
    remote: remoteArticles(shown.statutes),
    silences: silences(shown.statutes),
    versions: versions.toReversed(),
  }
}

export type StatutesPage = NonNullable<Awaited<ReturnType<typeof statutesPage>>>
