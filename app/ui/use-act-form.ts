import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'

type Typed = Record<string, unknown>
type Options<S extends z.ZodType<unknown, Typed>> = Omit<
  Parameters<typeof useForm<z.input<S>, z.output<S>, string[]>>[0],
  'onValidate' | 'shouldRevalidate'
>

/** The state of the form of one act: its schema judges in the browser as on the server, and what was wrong is judged again at each sign typed. */
export function useActForm<S extends z.ZodType<unknown, Typed>>(schema: S, options: Options<S>) {
  return useForm<z.input<S>, z.output<S>, string[]>({
    ...options,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
}
