import type { Context } from '~/platform/context'

/** Whether the actor is President today, elected or replacing him (10-a); a delegation is not enough. */
export function isPresident(ctx: Context): boolean {
  return ctx.actor.offices.some(({ office, via }) => office === 'president' && via !== 'delegation')
}

/**
 * The name of the person who convenes, and his quality: the President, his replacement, or the holder of his delegation
 * (13.2-a, 10-a, 9.1-d).
 */
export function signerOf(ctx: Context): { name: string; title: string } {
  const held = ctx.actor.offices.filter(({ office }) => office === 'president')
  const { name } = ctx.actor
  if (held.some(({ via }) => via === 'mandate')) return { name, title: 'Présidence' }
  if (held.some(({ via }) => via === 'replacement'))
    return { name, title: 'Pour la présidence, en remplacement (article 10)' }
  return { name, title: 'Pour la présidence, par délégation écrite (article 9.1)' }
}
