import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { buttonClass, type ButtonTone } from './button'

type LinkProps = {
  to: string
  children: ReactNode
  /** Full page load: files, sign-in, anything outside the app's router. */
  reload?: boolean
  download?: boolean | string
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  to,
  tone = 'primary',
  children,
  reload = false,
  download,
}: LinkProps & { tone?: ButtonTone }) {
  return (
    <Link to={to} reloadDocument={reload || download !== undefined} download={download} className={buttonClass(tone)}>
      {children}
    </Link>
  )
}

export function TextLink({ to, children, reload = false, download }: LinkProps) {
  return (
    <Link to={to} reloadDocument={reload || download !== undefined} download={download}>
      {children}
    </Link>
  )
}
