import { data } from '@remix-run/node'
import { env } from '../env.server'

/** 404 outside a demonstration: these pages do not exist there. */
export function demoOnly(): void {
  if (!env().DEMO) throw data(null, { status: 404 })
}
