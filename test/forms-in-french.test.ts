import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { sayFaultsInFrench } from '~/platform/french/field-errors'

sayFaultsInFrench()

const forms = fs
  .readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.form.ts'))
  .map((file) => path.resolve('app', file))

/** What anybody can post in the place of each field. */
const ODD_VALUES = [
  undefined,
  '',
  ' ',
  'x',
  'x'.repeat(20_000),
  '-1',
  '2027-02-30',
  ['a', 'b'],
  { a: 'b' },
  '😀',
  '1e9',
]
const ENGLISH = /\b(invalid|expected|received|required|too (small|big)|must|input|string|number|option|undefined)\b/i

const keysOf = (schema: z.ZodType): string[] => {
  const { shape } = schema as { shape?: Record<string, unknown> }
  return shape ? Object.keys(shape) : []
}

test.each(forms)('%s: whatever is posted, its faults are said in French', async (file) => {
  const exported: Record<string, unknown> = await import(file)
  for (const schema of Object.values(exported).filter((each) => each instanceof z.ZodType))
    for (const value of ODD_VALUES) {
      const keys = keysOf(schema)
      const posted = keys.length === 0 ? value : Object.fromEntries(keys.map((key) => [key, value]))
      const { error } = schema.safeParse(posted)
      for (const { message } of error?.issues ?? []) expect(message).not.toMatch(ENGLISH)
    }
})

test('a schema without words of its own says one French sentence', () => {
  expect(z.object({ name: z.string() }).safeParse({}).error?.issues[0]?.message).toBe(
    'Cette réponse ne peut pas être lue : vérifiez-la.',
  )
})
