import { z } from 'zod'
import type { AnyBody } from './body'

const ours = z.custom<AnyBody>(
  (value) => z.object({ format: z.enum(['cpts-minutes/1', 'cpts-minutes-correction/1']) }).safeParse(value).success,
)

/** The text of fixed minutes, as it was hashed. Throws on a text that this product did not write. */
export function readBody(text: string): AnyBody {
  return ours.parse(JSON.parse(text))
}
