import { z } from 'zod'

/** What was ticked in a list, one value or several under one name; at least one. */
export const ticked = <T extends z.ZodType>(each: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(each).min(1, { error: 'Cochez au moins une ligne.' }),
  )
