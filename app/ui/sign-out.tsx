import { Form } from '@remix-run/react'
import { buttonClass } from './button'

/** A write, so a form: a link could be followed by a prefetch. */
export function SignOut() {
  return (
    <Form method="post" action="/deconnexion">
      <button type="submit" className={buttonClass('quiet')}>
        Se déconnecter
      </button>
    </Form>
  )
}
