import type pg from 'pg'

/**
 * Makes a connection take one statement at a time, in the order given. Prisma reads the relations of one `include` side by
 * side on the connection of its transaction, as a `Promise.all` does: the driver only lets them queue until its next version.
 */
export function oneAtATime(client: pg.PoolClient): void {
  const query = Reflect.get(client, 'query')
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (...input: unknown[]): unknown => {
    // with a callback, the pool's own: the connection was taken for it alone
    if (typeof input.at(-1) === 'function') return Reflect.apply(query, client, input)
    const next = last.then((): unknown => Reflect.apply(query, client, input))
    last = next.catch(() => {})
    return next
  }
  Reflect.set(client, 'query', inTurn)
}
