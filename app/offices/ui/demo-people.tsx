import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import type { DemoGroup } from '../demo-people.query.server'

/** Everybody, by office then by category, each with the button that enters as him. */
export function DemoPeople({ groups, current }: { groups: readonly DemoGroup[]; current: string | null }) {
  return (
    <Form method="post" className="space-y-8">
      <input type="hidden" name="intent" value="enter" />
      {groups.map(({ title, people }) => (
        <section key={title}>
          <h3 className="mb-2 text-[1.1875rem]">{title}</h3>
          <ul className="grid gap-x-8 border-t border-rule md:grid-cols-2">
            {people.map(({ accountId, name, quality }) => (
              <li key={accountId} className="flex items-center justify-between gap-3 border-b border-rule py-2">
                <span className="min-w-0 leading-tight">
                  <strong className="font-semibold">{name}</strong>
                  <br />
                  <span className="text-[0.9375rem] text-muted">{quality}</span>
                </span>
                {accountId === current ? (
                  <span className="shrink-0 text-muted">C’est vous</span>
                ) : (
                  <SubmitButton
                    tone="secondary"
                    name="accountId"
                    value={accountId}
                    pending="Entrée en cours"
                    aria-label={`Entrer comme ${name}`}
                  >
                    Entrer
                  </SubmitButton>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Form>
  )
}
