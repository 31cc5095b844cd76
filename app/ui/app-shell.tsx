import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { buttonClass } from './button'
import { DemoBanner } from './demo-banner'
import { MainNav, MobileNav, type NavItem, type NavPerson } from './main-nav'
import { SignOut } from './sign-out'

/** What the frame of each page needs to know; filled by the root loader. */
export type ShellData = {
  associationName: string
  person: NavPerson | null
  nav: NavItem[]
  /** Demonstration mode: the instant that its clock shows. */
  demo: { now: string } | null
}

/** Header, main navigation, the page, footer. */
export function AppShell({ shell, children }: { shell: ShellData; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#contenu" className="skip-link">
        Aller au contenu
      </a>
      {shell.demo ? <DemoBanner now={shell.demo.now} /> : null}
      <header role="banner" className="relative border-b-4 border-double border-rule-strong">
        <div className="mx-auto flex max-w-(--container-page) items-center justify-between gap-x-4 px-4 pt-3 max-lg:pb-3 sm:px-7">
          <Link
            to="/"
            className="flex min-h-11 min-w-0 items-center gap-3 font-serif text-[1.1875rem] font-semibold leading-tight text-ink no-underline"
          >
            <Emblem />
            {shell.associationName}
          </Link>
          <Person person={shell.person} />
          <MobileNav items={shell.nav} person={shell.person} />
        </div>
        <MainNav items={shell.nav} />
      </header>
      <main id="contenu" tabIndex={-1} className="flex-1">
        {children}
      </main>
      <Footer />
    </div>
  )
}

/** A page of law: text, and its article in the margin. */
function Emblem() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="3" className="fill-accent" />
      <path d="M13 8h12M13 13.5h12M13 19h12M13 24.5h7" className="stroke-on-accent" strokeWidth="2" />
      <path d="M7 7v6.5" className="stroke-turn-mark" strokeWidth="3.5" />
    </svg>
  )
}

function Person({ person }: { person: NavPerson | null }) {
  if (!person)
    return (
      <Link to="/connexion" className={`${buttonClass('secondary')} max-lg:hidden`}>
        Se connecter
      </Link>
    )
  return (
    <div className="flex items-center gap-4 max-lg:hidden">
      <p className="text-right text-[0.9375rem] leading-tight">
        <Link to="/compte" className="font-semibold text-ink">
          {person.name}
        </Link>
        <br />
        <span className="text-muted">{person.subtitle}</span>
      </p>
      <SignOut />
    </div>
  )
}

function Footer() {
  const links = [
    { href: '/statuts', label: 'Statuts' },
    { href: '/accessibilite', label: 'Accessibilité' },
    { href: '/mentions', label: 'Mentions légales' },
  ]
  return (
    <footer role="contentinfo" className="mt-16 border-t border-rule bg-sunken">
      <ul className="mx-auto flex max-w-(--container-page) flex-wrap gap-x-6 px-4 py-4 text-[0.9375rem] sm:px-7">
        {links.map((link) => (
          <li key={link.href}>
            <Link to={link.href} className="inline-flex min-h-11 items-center text-ink">
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </footer>
  )
}
