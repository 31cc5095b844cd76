/**
 * The one `name` of this process, made at its first use. The server bundle and the Remix bundle each hold a copy of
 * every module: what they must share hangs on globalThis.
 */
export function shared<T extends object>(name: string, make: () => T): T {
  const key = keyOf(name)
  const found: T | undefined = Reflect.get(globalThis, key)
  if (found) return found
  const made = make()
  Reflect.set(globalThis, key, made)
  return made
}

/** Takes `name` away and returns it; the next use makes another. */
export function unshare<T extends object>(name: string): T | undefined {
  const key = keyOf(name)
  const found: T | undefined = Reflect.get(globalThis, key)
  Reflect.deleteProperty(globalThis, key)
  return found
}

/** Takes all of them away, ended or not: for tests that share a process. */
export function forgetShared(): void {
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith(PREFIX)) Reflect.deleteProperty(globalThis, key)
}

const PREFIX = 'cpts-statuts.'
const keyOf = (name: string) => Symbol.for(`${PREFIX}${name}`)
