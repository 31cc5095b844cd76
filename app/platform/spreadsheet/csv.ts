/** A file that Excel opens in French: UTF-8 with its mark, semicolons, CRLF. */
export const CSV_MARK = '\ufeff'

/**
 * One line. A cell that a spreadsheet would run as a formula is made text by an apostrophe; a telephone number, made of
 * nothing but figures after its +, stays as it is.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(';')}\r\n`
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^\+[\d ]+$/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
