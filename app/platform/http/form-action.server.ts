import { data } from '@remix-run/node'
import { parseWithZod } from '@conform-to/zod/v4'
import type { SubmissionResult } from '@conform-to/react'
import type { z } from 'zod'
import { refusalReply } from './refusal-reply.server'
import { printFault, typedText } from '../typed-text'
import { Unverified, type Verify } from './verify.server'
import type { Reason } from '~/statutes/ruling'
import type { ActShown } from '~/ui/verify-act'

/** What a route's component receives after a refused or repeated submission: `lastResult` goes to conform's useForm. */
export type FormReply = {
  lastResult: SubmissionResult<string[]>
  refusal: { message: string; reasons: Reason[] } | null
  /** what to read before the second press, where the act cannot be undone */
  verify?: Verify<ActShown>
}

/**
 * Parses the form with its schema and runs the command. Bad input: 400, messages by field, what was typed is kept.
 * The one door of what people type: every text passes by `typedText`, and a sign that no paper can show is refused beside its field.
 * A refusal of the command: its status, its fields and reasons. Anything else is thrown on (500, logged with an id).
 */
export async function formAction<S extends z.ZodType, R>(
  formData: FormData,
  schema: S,
  command: (value: z.output<S>) => Promise<R>,
): Promise<R | ReturnType<typeof data<FormReply>>> {
  const typed = typedForm(formData)
  const submission = parseWithZod(typed, { schema })
  const fieldErrors = submission.status === undefined ? {} : printFaults(typed)
  const unprintable = Object.keys(fieldErrors).length > 0
  if (submission.status !== 'success' || unprintable)
    return data<FormReply>(
      { lastResult: unprintable ? submission.reply({ fieldErrors }) : submission.reply(), refusal: null },
      { status: submission.status === undefined ? 200 : 400 },
    )
  const verified = async () => {
    try {
      return await command(submission.value)
    } catch (error) {
      if (!(error instanceof Unverified)) throw error
      return data<FormReply>({ lastResult: submission.reply(), refusal: null, verify: error.verify }, { status: 200 })
    }
  }
  return refusalReply(verified, ({ message, reasons, fieldErrors }): FormReply => {
    const fields = Object.keys(fieldErrors).length > 0
    return {
      lastResult: submission.reply(fields ? { fieldErrors } : { formErrors: [message] }),
      refusal: { message, reasons },
    }
  })
}

function typedForm(formData: FormData): FormData {
  const typed = new FormData()
  for (const [name, value] of formData)
    if (typeof value === 'string') typed.append(name, typedText(value))
    else typed.append(name, value)
  return typed
}

function printFaults(formData: FormData): Record<string, string[]> {
  const faults = [...formData].map(
    ([name, value]) => [name, typeof value === 'string' ? printFault(value) : null] as const,
  )
  return Object.fromEntries(faults.flatMap(([name, fault]) => (fault === null ? [] : [[name, [fault]]])))
}
