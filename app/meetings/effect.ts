import { z } from 'zod'
import { ofName } from '~/statutes/french'
import { euros, frenchDate, list } from '~/ui/format'

const civilDate = z.iso.date()
const memberId = z.uuid()

export const LATE_JOINERS = ['FULL', 'HALF_FROM_JULY', 'NEXT_YEAR'] as const

/** What the adoption of a resolution does by itself; carried out by `app/effects.server.ts`. Money in integer cents. */
export const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('set-dues'),
    year: z.number().int().min(1901).max(2999),
    dueOn: civilDate,
    amounts: z.record(z.string(), z.number().int().min(0)),
    /** what a member who joins later in the year owes; the whole amount when absent */
    lateJoiners: z.enum(LATE_JOINERS).optional(),
  }),
  z.strictObject({ kind: z.literal('award-honorary'), memberId }),
  z.strictObject({ kind: z.literal('grant-founder'), memberId }),
  z.strictObject({
    kind: z.literal('suspend-member'),
    memberId,
    /** missing from what was voted before suspensions had a file */
    caseId: z.uuid().optional(),
    from: civilDate,
    until: civilDate,
    reason: z.string().min(1),
  }),
  z.strictObject({ kind: z.literal('remove-member'), memberId, duesId: z.uuid() }),
  z.strictObject({ kind: z.literal('exclude-member'), memberId, caseId: z.uuid() }),
  z.strictObject({ kind: z.literal('annul-exclusion'), memberId, caseId: z.uuid() }),
  z.strictObject({ kind: z.literal('withdraw-founder'), memberId, caseId: z.uuid() }),
  z.strictObject({ kind: z.literal('admit-active'), applicationId: z.uuid(), label: z.string().min(1) }),
])

export type Effect = z.output<typeof effectSchema>
export type EffectKind = Effect['kind']

/** Effects that come from a file of their own (a procedure, a case, an application), never from the form of a resolution. */
const FROM_A_FILE = [
  'remove-member',
  'exclude-member',
  'suspend-member',
  'annul-exclusion',
  'withdraw-founder',
  'admit-active',
] as const
export type FileEffectKind = (typeof FROM_A_FILE)[number]

export type FileEffect = Extract<Effect, { kind: FileEffectKind }>

export const isFromFile = (kind: EffectKind): kind is FileEffectKind => FROM_A_FILE.some((each) => each === kind)

/** Under which name an effect, and the table of resolutions, hold the id of the file. */
export const FILE_KEYS = {
  'remove-member': 'duesId',
  'exclude-member': 'caseId',
  'suspend-member': 'caseId',
  'annul-exclusion': 'caseId',
  'withdraw-founder': 'caseId',
  'admit-active': 'applicationId',
} as const satisfies Record<FileEffectKind, string>

/** The point under which the files of one kind stand together on an agenda; the others have each a point of their own. */
export const GATHERED: Partial<Record<FileEffectKind, string>> = {
  'remove-member': 'Radiation pour défaut de paiement',
  'admit-active': 'Candidatures',
}

/** A case says itself who decides: the organ of the statutes, or the assembly where that one is involved (6.4-a, 6.4-c). */
export const namesItsOrgan = (kind: EffectKind): boolean => kind === 'exclude-member' || kind === 'suspend-member'

/** A file that waits for a vote, by what the vote would do. */
export type FileKey = { kind: FileEffectKind; id: string }

/** The file that an effect comes from; null for what comes from none. */
export function fileOf(effect: Effect): FileKey | null {
  if (!isFromFile(effect.kind)) return null
  const id = (effect as Partial<Record<string, string>>)[FILE_KEYS[effect.kind]]
  return id === undefined ? null : { kind: effect.kind, id }
}

/** The effect stored with a resolution; nothing stored is `none`. Throws on a shape that we never wrote. */
export function readEffect(stored: unknown): Effect {
  return effectSchema.parse(stored ?? { kind: 'none' })
}

/** The member whom an effect concerns, or null. */
export function effectMember(effect: Effect): string | null {
  return 'memberId' in effect ? effect.memberId : null
}

type Names = {
  /** label of a member */
  member: (id: string) => string
  /** label of a category of the statutes: « membre fondateur » */
  category: (key: string) => string
}

/** What happens if the resolution is adopted, in one French sentence; null when nothing does. */
export function effectSentence(effect: Effect, names: Names): string | null {
  switch (effect.kind) {
    case 'none':
      return null
    case 'set-dues': {
      const dearestFirst = Object.entries(effect.amounts).sort(([, a], [, b]) => b - a)
      const amounts = dearestFirst.map(([key, cents]) => `${euros(cents)} (${names.category(key)})`)
      return `La cotisation ${effect.year} est de ${list(amounts)} ; elle est due le ${frenchDate(effect.dueOn)}.`
    }
    case 'award-honorary':
      return `${names.member(effect.memberId)} devient ${names.category('honorary')}.`
    case 'grant-founder':
      return `${names.member(effect.memberId)} devient ${names.category('founder')}.`
    case 'suspend-member':
      return `Les droits ${ofName(names.member(effect.memberId))} sont suspendus du ${frenchDate(effect.from)} au ${frenchDate(effect.until)}.`
    case 'remove-member':
      return `La radiation ${ofName(names.member(effect.memberId))} est prononcée, pour défaut de paiement de sa cotisation.`
    case 'exclude-member':
      return `L’exclusion ${ofName(names.member(effect.memberId))} est prononcée.`
    case 'annul-exclusion':
      return `L’exclusion ${ofName(names.member(effect.memberId))} est annulée et sa qualité de membre rétablie à compter de ce jour, sans ses fonctions au Bureau.`
    case 'withdraw-founder':
      return `${names.member(effect.memberId)} perd la qualité de ${names.category('founder')} et devient ${names.category('active')}.`
    case 'admit-active':
      return `${effect.label} devient ${names.category('active')}.`
  }
}
