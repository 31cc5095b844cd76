import { z } from 'zod'

/** What was answered about a file: its questions by their id, the meaning of each column under « column:2 ». */
export const answersSchema = z.record(z.string().max(60), z.string().max(60)).catch({})
