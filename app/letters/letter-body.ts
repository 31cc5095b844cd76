import { z } from 'zod'

const line = z.string()
const pair = z.tuple([line, line]).readonly()

/** What a letter says: the first paragraph, the facts, then the other paragraphs. */
export const letterContentSchema = z.object({
  subject: line,
  greeting: line,
  paragraphs: z.array(line).min(1),
  facts: z.array(pair).readonly(),
  closing: line,
  signer: z.object({ name: line, title: line }),
})

/** A letter as it is kept: what it says, to whom and from whom, as they were on the day of its writing. */
export const letterBodySchema = letterContentSchema.extend({
  /** lines of the address, as they show in the window of the envelope */
  recipient: z.array(line).min(1),
  letterhead: z.object({ name: line, address: line, identifiers: line }),
  /** « Ivry-sur-Seine, le 2 juin 2027 » */
  placeAndDate: line,
})

export type LetterContent = Omit<z.input<typeof letterContentSchema>, 'paragraphs'> & { paragraphs: readonly string[] }
export type LetterBody = z.output<typeof letterBodySchema>

/** A stored letter; throws on a shape that we never wrote. */
export const readLetterBody = (stored: unknown): LetterBody => letterBodySchema.parse(stored)
