import type { Temporal } from 'temporal-polyfill'
import type { PrismaClient } from '~/generated/prisma/client'

/** A membership that an account speaks for: its own, or that of a legal person it represents. */
export type ActingFor = {
  memberId: string
  label: string
  category: string
  as: 'self' | 'representative'
  /** « directrice, représentante légale » when `as` is representative */
  quality: string | null
}

/** An office held today, by oneself or lent (delegation, replacement). */
export type Powers = {
  office: string
  via: 'mandate' | 'delegation' | 'replacement'
  /** what was delegated; every power of the office when `via` is not a delegation */
  powers: string[] | 'all'
  memberId: string | null
  label: string
}

export type Actor = {
  accountId: string
  sessionId: string
  name: string
  email: string
  actingFor: ActingFor[]
  offices: Powers[]
  coordinator: boolean
  authenticatedAt: Temporal.Instant
}

/** What every command receives. `now` comes from the clock once per request. */
export type Context = { db: PrismaClient; now: Temporal.Instant; actor: Actor }

/** A command run by a job or the seed: nobody signed in. */
export type SystemContext = { db: PrismaClient; now: Temporal.Instant; actor: null }
