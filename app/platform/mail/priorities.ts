/**
 * Which messages leave first (the smaller number): a link, for somebody waits for it before a screen; then a letter to one; then
 * what goes to everybody. A link queued behind 3,000 convocations leaves next.
 */
export const PRIORITIES = { link: -10, letter: 0, circular: 10 } as const
