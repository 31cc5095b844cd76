import { z } from 'zod'
import { defineFormEffect } from './define'

export const none = defineFormEffect({
  kind: 'none',
  schema: z.strictObject({ kind: z.literal('none') }),
  sentence: () => null,
  label: 'Aucun effet automatique',
  inputs: {},
  fields: [],
  initial: () => ({}),
})
