import { capital } from '~/statutes/french'
import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/table'
import type { DocumentLine } from '../documents.query.server'

const columns: Column<DocumentLine>[] = [
  { key: 'title', header: 'Document', cell: ({ id, title }) => <a href={`/documents/${id}`}>{title}</a> },
  { key: 'kind', header: 'Nature', cell: ({ kind, size }) => `${kind} (${size})` },
  { key: 'point', header: 'Point', cell: ({ point }) => point },
  {
    key: 'open',
    header: 'Ouvert aux membres',
    cell: (line) =>
      line.openSince ? (
        <>
          depuis le {line.openSince}
          {line.late ? <span className="block font-semibold text-turn">{capital(line.late)}</span> : null}
        </>
      ) : (
        <Acts line={line} />
      ),
  },
]

/** The files of a meeting; each not yet open has its two acts. */
export function DocumentTable({ lines }: { lines: readonly DocumentLine[] }) {
  return (
    <DataTable caption="Documents de la réunion" captionHidden columns={columns} rows={lines} rowKey={({ id }) => id} />
  )
}

function Acts({ line }: { line: DocumentLine }) {
  return (
    <Form method="post" className="flex flex-wrap gap-2" preventScrollReset>
      <input type="hidden" name="documentId" value={line.id} />
      <Button type="submit" name="intent" value="open" aria-label={`Ouvrir aux membres : ${line.title}`}>
        Ouvrir aux membres
      </Button>
      <Button type="submit" name="intent" value="remove" aria-label={`Retirer : ${line.title}`}>
        Retirer
      </Button>
    </Form>
  )
}
