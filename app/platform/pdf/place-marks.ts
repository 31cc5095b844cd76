type Glyph = { codePoints: number[] }
type Position = { xAdvance: number; xOffset: number }
type Laid = { glyphs: Glyph[]; positions: Position[] }
export type MarkFont = {
  getGlyph: (id: number, codePoints?: number[]) => Glyph
  layout: (...of: unknown[]) => Laid
}

/**
 * Makes a font say where its marks go in the way that the renderer follows. A mark first drawn as a part of another letter (« ë ») is
 * remembered without its own sign, and the letter that it stands on would be lost: it is given back its sign. An offset would be
 * drawn a hundred times too small: it becomes a step of the pen, back to the letter and forth again.
 */
export function placeMarks(font: MarkFont): void {
  const getGlyph = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id, codePoints)
    if (glyph.codePoints.length === 0) glyph.codePoints = codePoints
    return glyph
  }
  const layout = font.layout.bind(font)
  font.layout = (...of) => {
    const laid = layout(...of)
    laid.positions.forEach((position, at) => {
      const before = laid.positions[at - 1]
      if (!before || position.xOffset === 0) return
      before.xAdvance += position.xOffset
      position.xAdvance -= position.xOffset
      position.xOffset = 0
    })
    return laid
  }
}
