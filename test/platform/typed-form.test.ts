import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { registerSchema } from '~/members/identity/member.form'
import { formAction, type FormReply } from '~/platform/http/form-action.server'
import { typedText } from '~/platform/typed-text'

const schema = z.object({ lastName: z.string(), email: z.email({ error: 'Adresse ?' }), note: z.string().optional() })
const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}
const email = 'a@exemple.fr'

describe('what is typed in a form', () => {
  it.each([
    ['accents typed apart', 'Hélène Brûlé'.normalize('NFD'), 'Hélène Brûlé'],
    ['a non-breaking hyphen', 'Ben\u2011Haïm', 'Ben-Haïm'],
    ['another hyphen', 'Le\u2010Goff', 'Le-Goff'],
    ['signs that nobody sees', '\ufeffZo\u200bé\u00ad \u202aRoux\u202c', 'Zoé Roux'],
    ['a ligature of printers', 'Gri\ufb03n', 'Griffin'],
    ['letters of Viet Nam typed apart', 'Thị Ngọc'.normalize('NFD'), 'Thị Ngọc'],
    ['no-break spaces of French', 'Avis\u202f: « oui »', 'Avis\u202f: « oui »'],
  ])('%s: one form reaches the command', async (_, typed, kept) => {
    expect(await formAction(form({ lastName: typed, email }), schema, async ({ lastName }) => lastName)).toBe(kept)
    expect(typedText(kept)).toBe(kept)
  })

  it('a sign that no paper can show is refused beside its field, together with the other faults, and is kept', async () => {
    const wrong = form({ lastName: '中村', email: 'no address', note: 'Zoé' })
    const reply = (await formAction(wrong, schema, async () => 'written')) as {
      data: FormReply
      init: { status: number }
    }
    expect(reply.init.status).toBe(400)
    const { error, initialValue } = reply.data.lastResult
    expect(error?.lastName?.[0]).toContain('« 中 », « 村 »')
    expect(error?.email).toEqual(['Adresse ?'])
    expect(error?.note).toBeUndefined()
    expect(initialValue).toMatchObject({ lastName: '中村', email: 'no address' })
  })

  it('no command runs on such a sign, however sound the rest is', async () => {
    const member = form({
      kind: 'PERSON',
      lastName: 'Martin',
      firstName: 'Anne 😀',
      category: 'x',
      admittedOn: '2026-01-05',
    })
    const reply = await formAction(member, registerSchema, async () => 'written')
    expect(reply).toMatchObject({
      init: { status: 400 },
      data: { lastResult: { error: { firstName: [expect.any(String)] } } },
    })
  })
})
