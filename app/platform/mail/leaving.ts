/**
 * What becomes of a message once it is written: a server is set to take it, none is, or the demonstration keeps it to be read. No
 * page says that a message left: it says this.
 */
export type Leaving = 'leaves' | 'stays' | 'demo'

/** One sentence for each case: none can be forgotten. */
export type ByLeaving<T = string> = Record<Leaving, T>
