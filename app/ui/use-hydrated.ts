import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and without JavaScript: what needs it stays hidden until then. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
