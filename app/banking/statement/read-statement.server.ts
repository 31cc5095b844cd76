import { MOST_BYTES } from '~/platform/spreadsheet/limits'
import { unreadable, type Answers } from '~/platform/spreadsheet/table'
import { euros } from '~/ui/format'
import { isXml, readCamt } from './read-camt.server'
import { isOfx, readOfx } from './read-ofx.server'
import { readStatementTable } from './read-statement-table.server'
import { balanceQuestion, type StatementReading } from './reading'

/**
 * A statement in any form that banks give, known by what it holds and not by its name: OFX 1 or 2, CAMT.053, CSV, .xlsx, .ods. `today` is
 * that of Paris. Refused (400): none of these, or nothing in it.
 */
export async function readStatement(
  bytes: Uint8Array,
  { today, answers = {} }: { today: string; answers?: Answers },
): Promise<StatementReading> {
  if (bytes.length > MOST_BYTES) throw unreadable('Ce fichier dépasse 5 Mo : demandez un relevé plus court.')
  const start = startOf(bytes)
  const reading = plausible(
    isOfx(start)
      ? readOfx(bytes, answers)
      : isXml(start)
        ? readCamt(bytes, answers)
        : await readStatementTable(bytes, { today, answers }),
  )
  const { operations, refused, asked, passed, wanting, questions } = reading
  const open = wanting.length + questions.filter(({ taken }) => taken === null).length
  if (open === 0 && operations.length + asked.length === 0)
    throw unreadable(
      refused[0] ? `Aucune opération ne se lit. Ligne ${refused[0].line} : ${refused[0].why}` : nothing(passed.length),
    )
  const gap = balanceQuestion(reading, answers, euros)
  return gap ? { ...reading, questions: [...questions, gap] } : reading
}

/** Ten million euros at once is a fault of reading. */
const MOST_CENTS = 1_000_000_000

function plausible(reading: StatementReading): StatementReading {
  const [whole, beyond] = [
    reading.operations.filter(isPlausible),
    reading.operations.filter((each) => !isPlausible(each)),
  ]
  const refused = beyond.map(({ line, on, label, cents }) => ({ line, cells: [on, label, euros(cents)], why: 'La somme n’est pas plausible.' })) // prettier-ignore
  return { ...reading, operations: whole, refused: [...reading.refused, ...refused] }
}

const isPlausible = ({ cents }: { cents: number }) => cents <= MOST_CENTS && cents >= -MOST_CENTS

const nothing = (passed: number): string =>
  passed > 0 ? 'Ce relevé ne contient aucune opération comptabilisée.' : 'Ce relevé ne contient aucune opération.'

/** Enough of the file to know its form, whatever its alphabet. */
const startOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 2_000))
    .toString('latin1')
    .replaceAll('\u0000', '')
    .replace(/^(ÿþ|þÿ|ï»¿)/, '')
