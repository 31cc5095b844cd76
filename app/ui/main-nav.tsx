import { Link, useLocation } from '@remix-run/react'
import { buttonClass } from './button'
import { Icon } from './icon'
import { SignOut } from './sign-out'

export type NavItem = {
  href: string
  label: string
  /** First words of other addresses that belong to it. */
  covers?: readonly string[]
  /** How many tasks of the person wait there. */
  tasks?: number
}

/** Who is signed in, and in what quality. */
export type NavPerson = { name: string; subtitle: string }

/** Whether the page here belongs to this entry, and is told so. */
const current = ({ href, covers = [] }: NavItem, here: string) =>
  [href, ...covers].some((root) => here === root || (root !== '/' && here.startsWith(`${root}/`)))
    ? ('page' as const)
    : undefined

/** Wide screens: one line under the name. */
export function MainNav({ items }: { items: readonly NavItem[] }) {
  const { pathname } = useLocation()
  if (items.length === 0) return null
  return (
    <nav aria-label="Navigation principale" className="mx-auto max-w-(--container-page) px-4 max-lg:hidden sm:px-7">
      <ul className="flex flex-wrap gap-x-7">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              to={item.href}
              aria-current={current(item, pathname)}
              className="inline-flex min-h-11 items-center border-b-[3px] border-transparent pt-[3px] text-ink no-underline hover:border-rule-strong aria-[current=page]:border-accent aria-[current=page]:font-semibold"
            >
              {item.label}
              <Tasks count={item.tasks} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Narrow screens: a native disclosure, closed again by each navigation. */
export function MobileNav({ items, person }: { items: readonly NavItem[]; person: NavPerson | null }) {
  const { key, pathname } = useLocation()
  return (
    <details key={key} className="group lg:hidden">
      <summary className={`${buttonClass('secondary')} list-none [&::-webkit-details-marker]:hidden`}>
        <Icon name="menu" />
        Menu
        <Tasks count={items.find(({ href }) => href === '/')?.tasks} />
      </summary>
      <div className="absolute inset-x-0 top-full z-20 border-b-4 border-double border-rule-strong bg-paper px-4 pb-4 shadow-lg sm:px-7">
        <nav aria-label="Navigation principale">
          <ul>
            {items.map((item) => (
              <li key={item.href} className="border-b border-rule">
                <Link
                  to={item.href}
                  aria-current={current(item, pathname)}
                  className="flex min-h-12 items-center text-ink no-underline aria-[current=page]:font-semibold"
                >
                  {item.label}
                  <Tasks count={item.tasks} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {person ? (
          <div className="flex flex-wrap items-center justify-between gap-2 pt-2">
            <p className="leading-tight">
              <Link to="/compte" className="font-semibold text-ink">
                {person.name}
              </Link>
              <br />
              <span className="text-[0.9375rem] text-muted">{person.subtitle}</span>
            </p>
            <SignOut />
          </div>
        ) : (
          <Link to="/connexion" className={`${buttonClass('primary', true)} mt-3`}>
            Se connecter
          </Link>
        )}
      </div>
    </details>
  )
}

/** « 4 », said « 4 tâches » */
function Tasks({ count = 0 }: { count?: number }) {
  if (count === 0) return null
  return (
    <span className="ml-1.5 inline-block min-w-6 rounded-full bg-turn-soft px-1.5 text-center text-[0.875rem] font-semibold leading-6 text-turn tabular-nums">
      {count}
      <span className="sr-only">{count > 1 ? ' tâches' : ' tâche'}</span>
    </span>
  )
}
