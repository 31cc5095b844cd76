import type { JSX } from 'react'

/** The bytes of a PDF. The renderer is loaded at the first document only: it costs 0.6 s. */
export async function renderPdf(document: JSX.Element): Promise<Buffer> {
  const [{ renderToBuffer }, { loadMarks, registerFonts }] = await Promise.all([
    import('@react-pdf/renderer'),
    import('./fonts'),
  ])
  registerFonts()
  await loadMarks()
  return renderToBuffer(document)
}

/** A PDF answer, shown in the browser under a French file name without accents. */
export function pdfResponse(bytes: Uint8Array, fileName: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
