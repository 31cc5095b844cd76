type Waiting<In, Out> = { item: In; done: (answer: Out) => void; fail: (error: unknown) => void }

type Batches = {
  /** most items handed over together */
  most: number
  /** most handings over at the same time */
  atOnce: number
}

/**
 * Hands items over together when many come at once: an item goes at once while there is room, else it waits for the next
 * handing over. `work` answers in the order of its items; when it fails for several, each is tried alone, so that one never
 * takes the others down.
 */
export function batches<In, Out>({ most, atOnce }: Batches, work: (items: readonly In[]) => Promise<readonly Out[]>) {
  const queue: Waiting<In, Out>[] = []
  let running = 0

  async function hand(taken: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const answers = await work(taken.map(({ item }) => item))
      taken.forEach(({ done, fail }, index) => {
        const answer = answers[index]
        if (answer === undefined) fail(new Error('an item was not answered'))
        else done(answer)
      })
    } catch (error) {
      if (taken.length > 1) await Promise.all(taken.map((one) => hand([one])))
      else taken.forEach(({ fail }) => fail(error))
    }
  }

  function next(): void {
    while (running < atOnce && queue.length > 0) {
      running += 1
      void hand(queue.splice(0, most)).finally(() => {
        running -= 1
        next()
      })
    }
  }

  return (item: In): Promise<Out> =>
    new Promise((done, fail) => {
      queue.push({ item, done, fail })
      // those of the same moment leave together
      queueMicrotask(next)
    })
}
