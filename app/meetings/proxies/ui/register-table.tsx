import { Form } from '@remix-run/react'
import type { ProxyState } from '~/generated/prisma/enums'
import { Button } from '~/ui/button'
import { StatusBadge, type BadgeTone } from '~/ui/status-badge'
import { DataTable, type Column } from '~/ui/table'
import type { RegisterLine } from '../register.query.server'

const STATES: Record<ProxyState, { label: string; tone: BadgeTone }> = {
  OFFERED: { label: 'En attente de réponse', tone: 'turn' },
  ACCEPTED: { label: 'Accepté', tone: 'success' },
  DECLINED: { label: 'Décliné', tone: 'neutral' },
  REVOKED: { label: 'Repris', tone: 'neutral' },
  ENDED: { label: 'Terminé', tone: 'neutral' },
  REFUSED: { label: 'Refusé', tone: 'refusal' },
}

/** The register of proxies, in their order of receipt. */
export function RegisterTable({ lines, revocable }: { lines: readonly RegisterLine[]; revocable: boolean }) {
  const columns: Column<RegisterLine>[] = [
    { key: 'giver', header: 'Donné par', cell: ({ order, giver, voices }) => `${order}. ${giver} (${voices} voix)` },
    {
      key: 'holder',
      header: 'À',
      cell: ({ holder, live, holderAbsent }) => (
        <>
          {holder}
          {live && holderAbsent ? <span className="block text-muted">a répondu « Je ne viens pas »</span> : null}
        </>
      ),
    },
    {
      key: 'state',
      header: 'État',
      cell: ({ state, end }) => (
        <>
          <StatusBadge tone={STATES[state].tone}>{STATES[state].label}</StatusBadge>
          {end ? <span className="block text-muted">{end}</span> : null}
        </>
      ),
    },
    {
      key: 'received',
      header: 'Reçu',
      cell: ({ received, paper, scanDocumentId }) => (
        <>
          {received}
          <span className="block text-muted">
            {paper ? 'Sur papier' : 'En ligne'}
            {scanDocumentId ? (
              <>
                , <a href={`/documents/${scanDocumentId}`}>voir le document</a>
              </>
            ) : null}
          </span>
        </>
      ),
    },
    { key: 'act', header: 'Agir', cell: (line) => (revocable && line.live ? <Revoke line={line} /> : null) },
  ]
  return <DataTable caption="Pouvoirs" captionHidden columns={columns} rows={lines} rowKey={({ id }) => id} />
}

function Revoke({ line }: { line: RegisterLine }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="proxyId" value={line.id} />
      <Button type="submit" name="intent" value="revoke" aria-label={`Reprendre à sa demande : ${line.giver}`}>
        Reprendre à sa demande
      </Button>
    </Form>
  )
}
