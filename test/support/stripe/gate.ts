/** Keeps one answer back: what a slow network does to a reading. */
export function gate() {
  let route: RegExp | null = null
  let open: () => void = () => {}
  let caught: () => void = () => {}
  let reached: Promise<void> = Promise.resolve()
  return {
    pause(which: RegExp): void {
      route = which
      reached = new Promise((resolve) => (caught = resolve))
    },
    paused: () => reached,
    resume: () => open(),
    async pass(name: string): Promise<void> {
      if (!route?.test(name)) return
      route = null
      const opened = new Promise<void>((resolve) => (open = resolve))
      caught()
      await opened
    },
  }
}
