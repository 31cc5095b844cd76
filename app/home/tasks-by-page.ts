import type { HomeStep } from '~/platform/home-step'

type Entry = { href: string; covers?: readonly string[] }

/** The entries of the navigation, each with how many tasks wait behind it; the home page has them all. */
export function withTasks<E extends Entry>(nav: readonly E[], steps: readonly Pick<HomeStep, 'to'>[]) {
  return nav.map((entry) => ({
    ...entry,
    tasks: entry.href === '/' ? steps.length : steps.filter(({ to }) => leadsTo(entry, to)).length,
  }))
}

const leadsTo = ({ href, covers = [] }: Entry, to: string) =>
  [href, ...covers].some((root) => to === root || /^[/?#]/.test(to.startsWith(root) ? to.slice(root.length) : ''))
