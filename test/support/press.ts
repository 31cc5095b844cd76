import type { ActionFunctionArgs } from '@remix-run/node'
import { expect } from 'vitest'
import type { Db } from '~/platform/db.server'
import { cookieFor, type BuiltMember } from './builders'

type Action = (args: ActionFunctionArgs) => unknown
type Field = readonly [name: string, value: string]
type Unverified = { verify: { fields: Field[]; shown: unknown } }

/** Sends a form to the action of a page, as somebody signed in; what it answers, or the answer it throws. */
export function presser(db: () => Db, action: Action, params: Record<string, string> = {}) {
  return async (who: Pick<BuiltMember, 'accountId'>, fields: readonly Field[]): Promise<unknown> => {
    const headers = { cookie: await cookieFor(db(), who) }
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    const request = new Request('http://localhost/', { method: 'POST', body, headers })
    try {
      return await action({ request, params, context: { nonce: 'test', requestId: 'test', clientIp: '127.0.0.1' } })
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown
      return thrown
    }
  }
}

/** The answer of a first press: what the page « Vérifiez » shows, and what its button sends. */
export function unverified(answer: unknown): Unverified['verify'] {
  expect(answer).toMatchObject({ verify: { fields: expect.any(Array), shown: expect.anything() } })
  return (answer as Unverified).verify
}
