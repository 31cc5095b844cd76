export type Turns = ReturnType<typeof turns>

/**
 * So many at once, the others in the order in which they came, and no more than `mostWaiting` of them: `take` answers the way to
 * give the turn back, or null when too many wait.
 */
export function turns({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }) {
  const waiting: (() => void)[] = []
  let taken = 0
  const giveBack = () => {
    const next = waiting.shift()
    if (next) next()
    else taken -= 1
  }
  const once = () => {
    let given = false
    return () => {
      if (!given) giveBack()
      given = true
    }
  }
  return {
    async take(): Promise<(() => void) | null> {
      if (taken < atOnce) taken += 1
      else if (waiting.length >= mostWaiting) return null
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return once()
    },
  }
}
