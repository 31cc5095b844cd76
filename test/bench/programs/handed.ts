/** What the orchestrator hands to this program. */
export const handed = <T>(): Promise<T> =>
  new Promise((resolve) => process.once('message', (message) => resolve(message as T)))

/** Sends the answer, all of it, and lets the program end. */
export const answer = (value: object): void => void process.send?.(value, () => process.disconnect())
