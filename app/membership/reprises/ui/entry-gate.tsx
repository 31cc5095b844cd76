import type { ReactNode } from 'react'
import { ProveFirst } from '~/platform/sign-in/ui/prove-first'
import { Notice } from '~/ui/notice'
import type { Entry } from '../entry.server'

/** The form of a fact decided elsewhere, or what comes before it: a member of the Bureau, a fresh proof of identity. */
export function EntryGate({ entry, path, children }: { entry: Entry; path: string; children: ReactNode }) {
  if (!entry.allowed)
    return (
      <Notice title="Une reprise se propose au Bureau">
        <p>
          L’installation est close : ce qui a été décidé hors du logiciel est proposé par un membre du Bureau et signé
          par un autre.
        </p>
      </Notice>
    )
  if (!entry.fresh) return <ProveFirst path={path} before="Avant de proposer une reprise" />
  return children
}
