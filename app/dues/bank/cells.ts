import { dateCell } from '~/members/import/cells'

/** « 14/03/2027 », « 14/03/27 », « 2027-03-14 » → 'YYYY-MM-DD'; null when it is no date. */
export function dayCell(text: string): string | null {
  return dateCell(text.trim().replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/, '$1/$2/20$3'))
}

/**
 * A sum as banks write it, in signed cents: « 1 250,00 », « -12,50 », « +50 », « 1.250,00 € », « (12,50) ». An empty cell is 0;
 * null when it is no sum, « 1,250 » included: nobody knows whether it is a thousand.
 */
export function sumCell(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f€'’]|EUR/gi, '').replace(/[−–]/g, '-')
  if (bare === '') return 0
  const signed = /^([+-]?)(\d[\d.,]*)([+-]?)$/.exec(bare) ?? /^(\()(\d[\d.,]*)\)()$/.exec(bare)
  if (!signed) return null
  const [, before, figures = '', after] = signed
  const whole = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(figures) ?? english(figures)
  if (!whole || (/^\d{1,3}\.\d{3}$/.test(figures) && whole[2] === undefined)) return null
  const cents = Number((whole[1] ?? '').replace(/[.,]/g, '')) * 100 + Number((whole[2] ?? '').padEnd(2, '0'))
  return before === '-' || before === '(' || after === '-' ? -cents : cents
}

const english = (figures: string) => /^(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,2})$/.exec(figures)
