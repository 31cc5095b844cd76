import { z } from 'zod'
import { admitActive } from './admit-active'
import { annulExclusion } from './annul-exclusion'
import { awardHonorary } from './award-honorary'
import type { FieldValues, FilePart, FormPart, Names } from './define'
import { excludeMember } from './exclude-member'
import { grantFounder } from './grant-founder'
import { none } from './none'
import { removeMember } from './remove-member'
import { setDues } from './set-dues'
import { suspendMember } from './suspend-member'
import { withdrawFounder } from './withdraw-founder'

/** What the adoption of a resolution may do by itself: one declaration each, here in the order in which a form offers them. */
export const EFFECTS = {
  none,
  'set-dues': setDues,
  'award-honorary': awardHonorary,
  'grant-founder': grantFounder,
  'suspend-member': suspendMember,
  'remove-member': removeMember,
  'exclude-member': excludeMember,
  'annul-exclusion': annulExclusion,
  'withdraw-founder': withdrawFounder,
  'admit-active': admitActive,
}

type Effects = typeof EFFECTS
export type EffectKind = keyof Effects
export type EffectOf<K extends EffectKind> = z.output<Effects[K]['schema']>
export type Effect = { [K in EffectKind]: EffectOf<K> }[EffectKind]

/** Effects that come from a file of their own, never from the form of a resolution. */
export type FileEffectKind = { [K in EffectKind]: Effects[K] extends { from: 'file' } ? K : never }[EffectKind]
export type FileEffect = EffectOf<FileEffectKind>
/** What may be chosen in the form. */
export type FormEffectKind = Exclude<EffectKind, FileEffectKind>

export const KINDS = Object.keys(EFFECTS) as EffectKind[]
export const isFromFile = (kind: EffectKind): kind is FileEffectKind => EFFECTS[kind].from === 'file'
export const FORM_KINDS = KINDS.filter((kind): kind is FormEffectKind => !isFromFile(kind))

const schemas = new Map<unknown, z.ZodType>(KINDS.map((kind) => [kind, EFFECTS[kind].schema]))

/** The effect stored with a resolution; nothing stored is `none`. Throws on a shape that we never wrote. */
export function readEffect(stored: unknown): Effect {
  const { kind } = z.looseObject({ kind: z.string() }).parse(stored ?? { kind: 'none' })
  const schema = schemas.get(kind)
  if (!schema) throw new Error(`an effect of unknown kind: ${kind}`)
  return schema.parse(stored ?? { kind: 'none' }) as Effect
}

/** What happens if the resolution is adopted, in one French sentence; null when nothing does. */
export function effectSentence(effect: Effect, names: Names): string | null {
  const say: (effect: never, names: Names) => string | null = EFFECTS[effect.kind].sentence
  return say(effect as never, names)
}

/** The member whom an effect concerns, or null. */
export const effectMember = (effect: Effect): string | null => ('memberId' in effect ? effect.memberId : null)

type AnyForm = Pick<FormPart<never, z.ZodRawShape>, 'label' | 'inputs' | 'fields' | 'candidates' | 'unanimityOf'> & {
  initial: (effect: Effect | null, meeting: { date: string; paying: readonly string[] }) => FieldValues
}
/** What is declared of the form of an effect; `initial` takes no effect of another kind. */
export const formPart = (kind: FormEffectKind): AnyForm => EFFECTS[kind] as AnyForm

/** What is declared of the file from which an effect comes; null for what comes from none. */
export const filePart = (kind: EffectKind): FilePart | null => (isFromFile(kind) ? EFFECTS[kind] : null)

/** A file that waits for a vote, by what the vote would do. */
export type FileKey = { kind: FileEffectKind; id: string }

/** The file that an effect comes from; null for what comes from none. */
export function fileOf(effect: Effect): FileKey | null {
  if (!isFromFile(effect.kind)) return null
  const id = (effect as Partial<Record<string, string>>)[EFFECTS[effect.kind].file]
  return id === undefined ? null : { kind: effect.kind, id }
}
