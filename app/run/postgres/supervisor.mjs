import { postmasterOf } from './processes.mjs'

const LOOK_EVERY_MS = 500
const LONGEST_PAUSE_MS = 30_000

/**
 * Starts PostgreSQL again whenever it has died, with growing pauses while it keeps failing.
 * Returns the function that ends the supervision.
 */
export function supervise({ dataDir, start, log = console.error }) {
  let ended = false
  let busy = Promise.resolve()
  let failures = 0
  let notBefore = 0
  const look = async () => {
    if (ended || performance.now() < notBefore || postmasterOf(dataDir)) return
    log('PostgreSQL s’est arrêté : redémarrage…')
    try {
      await start()
      failures = 0
      log('PostgreSQL a redémarré')
    } catch (error) {
      failures += 1
      const pause = Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures)
      notBefore = performance.now() + pause
      log(`PostgreSQL ne redémarre pas (nouvel essai dans ${pause} ms) : ${error.message}`)
    }
  }
  const timer = setInterval(() => {
    busy = busy.then(look)
  }, LOOK_EVERY_MS)
  timer.unref()
  return async () => {
    ended = true
    clearInterval(timer)
    await busy
  }
}
