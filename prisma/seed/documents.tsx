import type { Temporal } from 'temporal-polyfill'
import { association } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import { storeDocument } from '~/platform/documents.server'
import { transact, type Db } from '~/platform/db.server'
import { PdfDocument, Paragraphs, Table, Title } from '~/platform/pdf/kit'
import { renderPdf } from '~/platform/pdf/render.server'
import type { Paper } from './papers'

type NewDocument = {
  paper: Paper
  meetingId: string
  agendaItemId?: string | undefined
  uploadedBy: string
  openSince: Temporal.Instant | null
  now: Temporal.Instant
}

/** A paper of the assembly as a real PDF, kept with its meeting; read by the officers alone while `openSince` is null. */
export async function addDocument(db: Db, { paper, agendaItemId, ...facts }: NewDocument): Promise<void> {
  const head = letterhead(await association(db))
  const bytes = await renderPdf(
    <PdfDocument title={paper.title} letterhead={head}>
      <Title>{paper.title}</Title>
      <Paragraphs text={paper.paragraphs.join('\n')} />
      {paper.table && (
        <Table
          columns={paper.table.columns.map((header, index) => ({ header, flex: index === 0 ? 3 : 1 }))}
          rows={paper.table.rows}
        />
      )}
    </PdfDocument>,
  )
  const file = { bytes: new Uint8Array(bytes), fileName: paper.fileName, mime: 'application/pdf' }
  await transact(db, (tx) =>
    storeDocument(tx, file, { ...facts, title: paper.title, kind: paper.kind, agendaItemId: agendaItemId ?? null }),
  )
}
