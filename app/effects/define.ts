import type { z } from 'zod'
import type { Matter } from '~/statutes/competence'
import type { RuleId } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'

/** What the sentences of effects need: labels of members and of categories (« membre fondateur »). */
export type Names = { member: (id: string) => string; category: (key: string) => string }

type Named = { name: string; label: string }
/** A field that the form of a resolution shows; its value is read by the `inputs` of the effect. */
export type Field =
  | ({ kind: 'year' | 'date' | 'member' } & Named)
  | ({ kind: 'choice'; choices: readonly { value: string; label: string }[] } & Named)
  /** an amount for each category that pays dues, named « name.category » */
  | { kind: 'money-by-category'; name: string; label: (category: string) => string }

/** What fields hold, by name; « amounts.founder » for one of several. */
export type FieldValues = Record<string, string>

/** What every effect declares. `kind` is the matter that the statutes give to an organ. */
type Common<K extends Matter, S extends z.ZodType<{ kind: K }>> = {
  kind: K
  /** as it is kept with its resolution; money in integer cents */
  schema: S
  /** what happens if the resolution is adopted, in one French sentence; null when nothing does */
  sentence: (effect: z.output<S>, names: Names) => string | null
}

/** An effect that whoever prepares a meeting chooses in the form of a resolution. */
export type FormPart<E, F extends z.ZodRawShape> = {
  label: string
  /** what the form sends, under the names that the effect keeps */
  inputs: F
  fields: readonly Field[]
  /** what the fields hold at first: what is kept, else the likeliest */
  initial: (effect: E | null, meeting: { date: string; paying: readonly string[] }) => FieldValues
  /** which members the field « member » offers */
  candidates?: (statutes: Statutes) => { category: string | { not: string } }
  /** voted by roll call, by the unanimity of those of this category */
  unanimityOf?: (statutes: Statutes) => string
}

/** The columns of a resolution that hold the id of its file; PostgreSQL reads them from the effect. */
export type FileColumn = 'caseId' | 'duesId' | 'applicationId'

/** An effect that a file brings (a procedure, a case, an application), never the form of a resolution. */
export type FilePart = {
  /** under which name the effect, and the table of resolutions, hold the id of the file */
  file: FileColumn
  /** the point under which such files stand together on an agenda; else each has a point of its own */
  gathered?: string
  /** the file says itself who decides: the organ of the statutes, or the assembly where that one is involved (6.4-a, 6.4-c) */
  namesItsOrgan?: true
  /** 6.1-b, 6.4: what is decided without those concerned is the first to be attacked */
  touchesAPlace?: true
  /** 4.24: a vote by which a member is judged */
  judgesAMember?: true
  /** in an assembly no clause takes their vote away from those whom it involves: who they are, by which article */
  voiceKept?: { rule: RuleId; who: string }
  /** 6.2-a: the Bureau decides it by unanimity; another body, by its own majority */
  bureauUnanimity?: true
}

export const defineFormEffect = <K extends Matter, S extends z.ZodType<{ kind: K }>, F extends z.ZodRawShape>(
  effect: Common<K, S> & FormPart<z.output<S>, F>,
) => ({ ...effect, from: 'form' as const })

export const defineFileEffect = <K extends Matter, S extends z.ZodType<{ kind: K }>>(
  effect: Common<K, S> & FilePart,
) => ({
  ...effect,
  from: 'file' as const,
})
