import { shared } from './shared.server'

const controller = () => shared('shutdown', () => new AbortController())

/** Aborted when the server begins to stop: whatever holds a connection open (live events) must end then. */
export const shutdownSignal = (): AbortSignal => controller().signal

/** Tells all who listen that the server stops. */
export const announceShutdown = (): void => controller().abort()
