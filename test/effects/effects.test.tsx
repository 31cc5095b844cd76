import fs from 'node:fs'
import path from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  EFFECTS,
  effectSentence,
  fileOf,
  FORM_KINDS,
  formPart,
  isFromFile,
  KINDS,
  readEffect,
  type Effect,
  type EffectKind,
} from '~/effects'
import { CARRIERS } from '~/effects/carriers.server'
import { resolutionForm } from '~/meetings/agenda/resolution.form'
import { shownFields } from '~/meetings/agenda/shown-fields'
import { EffectFields } from '~/meetings/agenda/ui/effect-fields'
import { matters } from '~/statutes/competence'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const OTHER = '01890a5d-ac96-774b-bcce-b302099a8058'
/** One of each kind: one more effect does not compile without its line here. */
const SAMPLES: { [K in EffectKind]: Extract<Effect, { kind: K }> } = {
  none: { kind: 'none' },
  'set-dues': { kind: 'set-dues', year: 2028, dueOn: '2028-03-31', amounts: { founder: 10_000, active: 5_050 } },
  'award-honorary': { kind: 'award-honorary', memberId: ID },
  'grant-founder': { kind: 'grant-founder', memberId: ID },
  'suspend-member': { kind: 'suspend-member', memberId: ID, caseId: OTHER, from: '2027-06-12', until: '2027-09-12', reason: 'Propos.' },
  'remove-member': { kind: 'remove-member', memberId: ID, duesId: OTHER },
  'exclude-member': { kind: 'exclude-member', memberId: ID, caseId: OTHER },
  'annul-exclusion': { kind: 'annul-exclusion', memberId: ID, caseId: OTHER },
  'withdraw-founder': { kind: 'withdraw-founder', memberId: ID, caseId: OTHER },
  'admit-active': { kind: 'admit-active', applicationId: OTHER, label: 'Dr Zoé Noël' },
} // prettier-ignore
const NAMES = { member: () => 'Dr Anne Roy', category: (key: string) => `membre ${key}` }
const MEETING = { date: '2027-06-12', paying: ['founder', 'active'] }
const KNOWN = {
  members: [{ id: ID, label: 'Dr Anne Roy' }],
  paying: [['founder', { label: 'membre fondateur' }], ['active', { label: 'membre actif' }]] as [string, { label: string }][],
} // prettier-ignore

describe.each(KINDS)('the effect %s', (kind) => {
  it('is a matter of the statutes, kept as it was written, said in a sentence', () => {
    expect(matters).toContain(kind)
    expect(EFFECTS[kind].kind).toBe(kind)
    expect(readEffect(JSON.parse(JSON.stringify(SAMPLES[kind])))).toEqual(SAMPLES[kind])
    expect(() => readEffect({ ...SAMPLES[kind], unknown: 1 })).toThrow()
    const sentence = effectSentence(SAMPLES[kind], NAMES)
    if (kind === 'none') expect(sentence).toBeNull()
    else expect(sentence).toMatch(/^[A-ZÉÀ].*\.$/)
  })

  it('is foreseen, and has what its adoption does; what comes from a file has what its rejection does', () => {
    expect(Object.keys(CARRIERS[kind]).sort()).toEqual(
      isFromFile(kind) ? ['adopt', 'foresee', 'reject'] : ['adopt', 'foresee'],
    )
    const file = fileOf(SAMPLES[kind])
    expect(file).toEqual(isFromFile(kind) ? { kind, id: OTHER } : null)
  })

  it('is one declaration and one file of what it does', () => {
    const folder = path.resolve(import.meta.dirname, '../../app/effects')
    expect([`${kind}.ts`, `${kind}.server.ts`].filter((file) => !fs.existsSync(path.join(folder, file)))).toEqual([])
    // nowhere else in the rooms is a kind told from the others by a list of all of them
    const lists = new RegExp(`'${kind}': (true|false)`)
    const app = path.dirname(folder)
    const found = fs
      .readdirSync(app, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/^(generated|effects|statutes)/.test(file))
      .filter((file) => lists.test(fs.readFileSync(path.join(app, file), 'utf8')))
    expect(found).toEqual([])
  })
})

describe.each(FORM_KINDS)('the form of %s', (kind) => {
  const fields = formPart(kind).fields.flatMap((field) => shownFields(field, KNOWN))

  it('shows the fields that the effect declares, and reads back what they hold', () => {
    const values = formPart(kind).initial(SAMPLES[kind], MEETING)
    const html = renderToStaticMarkup(<EffectFields fields={fields} values={values} errors={{}} />)
    for (const { name, label } of fields) {
      expect(html).toContain(`name="${name}"`)
      expect(html).toContain(label)
    }
    expect(new Set(fields.map(({ name }) => name.split('.')[0]))).toEqual(new Set(Object.keys(formPart(kind).inputs)))
    const sent: Record<string, unknown> = { effect: kind, title: 'Titre', text: 'Texte.' }
    for (const { name } of fields) {
      const [field = '', key] = name.split('.')
      sent[field] = key ? { ...(sent[field] as object), [key]: values[name] } : values[name]
    }
    const { effect: _, title: __, text: ___, ...read } = resolutionForm.parse(sent)
    expect({ lateJoiners: 'FULL', ...SAMPLES[kind] }).toMatchObject(read)
  })

  it('refuses in French what is missing', () => {
    const parsed = resolutionForm.safeParse({ effect: kind, title: 'Titre', text: 'Texte.' })
    const missing = parsed.success ? [] : parsed.error.issues.map(({ path: [name] }) => name)
    expect(parsed.success).toBe(kind === 'none')
    expect(Object.keys(formPart(kind).inputs)).toEqual(expect.arrayContaining(missing.map(String)))
  })
})

it('a shape that we never wrote is a fault, nothing stored does nothing', () => {
  expect(() => readEffect({ kind: 'elect-the-emperor' })).toThrow(/unknown kind/)
  expect(readEffect(null)).toEqual({ kind: 'none' })
  expect(resolutionForm.safeParse({ effect: 'exclude-member', title: 'T', text: 'T', memberId: ID }).success).toBe(
    false,
  )
})
