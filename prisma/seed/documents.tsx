import { association } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import { attachDocument } from '~/meetings/prepare/attach-document.server'
import type { Context } from '~/platform/context'
import { PdfDocument, Paragraphs, Table, Title } from '~/platform/pdf/kit'
import { renderPdf } from '~/platform/pdf/render.server'
import type { Paper } from './papers'

type NewDocument = { paper: Paper; meetingId: string; agendaItemId: string | undefined; open: boolean }

/** A paper of the assembly as a real PDF, attached to its point; read by the officers alone while it is not open. */
export async function addDocument(ctx: Context, { paper, agendaItemId, meetingId, open }: NewDocument): Promise<void> {
  const head = letterhead(await association(ctx.db))
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
  const file = { bytes: new Uint8Array(bytes), fileName: paper.fileName, mime: 'application/pdf', inline: true }
  const { title, kind } = paper
  await attachDocument(ctx, { meetingId, agendaItemId, title, kind, file, ...(open && { open: 'on' }) })
}
