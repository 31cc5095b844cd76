import type { Express } from 'express'

/** Routes that answer without Remix because many people call them in the same second. */
export function mountFastRoutes(_app: Express): void {}
