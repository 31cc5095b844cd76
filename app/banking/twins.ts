import { takenOf, type Answers, type Question } from '~/platform/spreadsheet/table'
import { daysBetween } from '~/statutes/civil-date'
import { euros, shortDate } from '~/ui/format'
import { compactReference, tellingWords } from './references'

type Credit = { on: string; label: string; cents: number; fingerprint: string }
/** A line that is here already, and the form of the statement that brought it. */
export type KnownLine = { id: string; on: string; label: string; cents: number; form: string | null }
export type Twin = { credit: Credit; line: KnownLine; question: Question }

/** How far apart two forms of one statement date one operation: of the operation, of its value. */
const NEAR_DAYS = 3
const SAID_BY_ALL = new Set(['vir', 'virement', 'sepa', 'inst', 'recu', 'recus', 'mme', 'mlle', 'monsieur', 'madame', 'faveur', 'votre', 'motif', 'cotisation', 'cotis', 'instantane', 'notprovided']) // prettier-ignore

/**
 * The new credits that may be lines known under another label, as two forms of one statement write them: the same sum on the same day,
 * or within three days with nearly the same words where the form differs. Each pair is a question: taken as the same where the words
 * agree, open where they do not. A line answers for one credit, the most alike first.
 */
export function findTwins(
  credits: readonly Credit[],
  lines: readonly KnownLine[],
  form: string,
  answers: Answers,
): Twin[] {
  const pairs = credits
    .flatMap((credit) =>
      lines
        .filter(({ cents }) => cents === credit.cents)
        .map((line) => ({ credit, line, alike: likeness(credit.label, line.label) })),
    )
    .filter(
      ({ credit, line, alike }) =>
        line.on === credit.on || (line.form !== form && alike >= 0.8 && near(line.on, credit.on)),
    )
    .toSorted((a, b) => Number(b.line.on === b.credit.on) - Number(a.line.on === a.credit.on) || b.alike - a.alike)
  const used = new Set<string>()
  return pairs.flatMap(({ credit, line, alike }) => {
    if (used.has(line.id) || used.has(credit.fingerprint)) return []
    used.add(line.id).add(credit.fingerprint)
    return [{ credit, line, question: asked(credit, line, line.on === credit.on && alike >= 0.5, answers) }]
  })
}

const near = (a: string, b: string) => {
  const days = daysBetween(a, b)
  return days >= -NEAR_DAYS && days <= NEAR_DAYS
}

/** The share of the words of the shorter label that the other says too; references count for all. */
function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const [few, many] = first.size < second.size ? [first, second] : [second, first]
  if (few.size === 0) return 0
  return [...few].filter((word) => many.has(word)).length / few.size
}

const wordsOf = (label: string) =>
  new Set(
    tellingWords(label.replace(/C\s*20\d{2}[\s-]*\d{5}/gi, compactReference)).filter((word) => !SAID_BY_ALL.has(word)),
  )

function asked(credit: Credit, line: KnownLine, same: boolean, answers: Answers): Question {
  const id = `twin:${credit.fingerprint.slice(0, 24)}`
  const day = line.on === credit.on ? '' : ` du ${shortDate(line.on)}`
  const choices = [
    { value: 'same', label: `C’est la même que « ${line.label.slice(0, 80)} »${day}, déjà importée` },
    { value: 'other', label: 'C’est une autre : l’ajouter' },
  ]
  return {
    id,
    question: `${shortDate(credit.on)}, ${euros(credit.cents)}, « ${credit.label.slice(0, 80)} » : est-ce une ligne déjà connue ?`,
    choices,
    taken: takenOf(answers, id, choices, same ? 'same' : null),
  }
}
