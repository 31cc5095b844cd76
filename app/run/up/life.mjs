import { endAll } from '../processes.mjs'

const PARENT_EVERY_MS = 500

/**
 * What this start must end before it leaves, last begun first ended. SIGINT, SIGTERM and SIGHUP end it in order; a
 * second one at once. Under npm the same when npm goes: it hands SIGTERM to its shell, which dies without telling us.
 */
export function beginLife() {
  const ends = []
  let leaving = false
  const leave = async (code) => {
    if (leaving) return
    leaving = true
    endAll()
    for (const end of ends.reverse()) await end().catch((error) => console.error(error.message))
    process.exit(code)
  }
  const asked = () => (leaving ? process.exit(1) : void leave(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, asked)
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid === parent || void leave(0), PARENT_EVERY_MS).unref()
  }
  return {
    leave,
    /** Has `end` called on leaving; at once when that has begun. */
    async holds(end) {
      if (leaving) await end()
      else ends.push(end)
    },
    isLeaving: () => leaving,
  }
}
