/** A job's work; `payload` is what `enqueue` was given, to be checked by the handler. Throw to be tried again later. */
export type TaskHandler = (payload: unknown) => Promise<void>

/** Every job by the name that `enqueue` uses. */
export const tasks: Record<string, TaskHandler> = {}

/** What happens by the clock, one line each: minute hour day month weekday task. Times in UTC. */
export const crontab: string[] = []
