import { statutesInForce } from '~/association/in-force.server'
import type { Temporal } from 'temporal-polyfill'
import { articlesInForce } from '~/statutes/catalogue-text'
import type { RuleId } from '~/statutes/ruling'
import { parisDate } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { env } from '~/platform/env.server'

/** Rules that everybody meets, quoted from the statutes in force. */
const SHOWN: RuleId[] = ['13.2-a', '13.2-c', '13.1-a']

/** What a visitor is told; null before the association exists here. */
export async function visitorPage(db: Db, now: Temporal.Instant) {
  const association = await db.association.findUnique({ where: { id: 1 }, select: { name: true, object: true } })
  if (!association) return null
  const { statutes } = await statutesInForce(db, parisDate(now))
  const paragraphs = articlesInForce(statutes).flatMap(({ article, paragraphs }) =>
    paragraphs.map(({ rule, text }) => ({ article, rule, text })),
  )
  const rules = SHOWN.flatMap((rule) => paragraphs.filter((each) => each.rule === rule).slice(0, 1))
  return { ...association, demo: env().DEMO, rules: rules.map(({ article, text }) => ({ article, text })) }
}

export type Visit = NonNullable<Awaited<ReturnType<typeof visitorPage>>>
