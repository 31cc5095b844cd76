import { data } from '@remix-run/node'
import { parseWithZod } from '@conform-to/zod/v4'
import type { SubmissionResult } from '@conform-to/react'
import type { z } from 'zod'
import { Refusal } from '../refusal'
import type { Reason } from '~/statutes/ruling'

/** What a route's component receives after a refused or repeated submission: `lastResult` goes to conform's useForm. */
export type FormReply = {
  lastResult: SubmissionResult<string[]>
  refusal: { message: string; reasons: Reason[] } | null
}

/**
 * Parses the form with its schema and runs the command. Bad input: 400, messages by field, what was typed is kept.
 * A refusal of the command: its status, its fields and reasons. Anything else is thrown on (500, logged with an id).
 */
export async function formAction<S extends z.ZodType, R>(
  formData: FormData,
  schema: S,
  command: (value: z.output<S>) => Promise<R>,
): Promise<R | ReturnType<typeof data<FormReply>>> {
  const submission = parseWithZod(formData, { schema })
  if (submission.status !== 'success')
    return data<FormReply>(
      { lastResult: submission.reply(), refusal: null },
      { status: submission.status === 'error' ? 400 : 200 },
    )
  try {
    return await command(submission.value)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 403 || error.status === 404) throw data(null, { status: error.status })
    const fields = Object.keys(error.fieldErrors).length > 0
    return data<FormReply>(
      {
        lastResult: submission.reply(fields ? { fieldErrors: error.fieldErrors } : { formErrors: [error.message] }),
        refusal: { message: error.message, reasons: error.reasons },
      },
      { status: error.status },
    )
  }
}
