/** By their first letters, without accents: French then English; « jui » and « jul » alone do not say which. */
const MONTHS: readonly [RegExp, number][] = [
  [/^jan/, 1], [/^f(ev|eb)/, 2], [/^(mars?|march)$/, 3], [/^a(vr|pr)/, 4], [/^ma[iy]$/, 5], [/^(juin|june?|jun)$/, 6],
  [/^(juil|july?$)/, 7], [/^(aout|aug|aou)/, 8], [/^sep/, 9], [/^o[ck]t/, 10], [/^nov/, 11], [/^de[ck]/, 12],
] // prettier-ignore

/** « mars », « févr », « Dec » (already without accents) → « 3 », « 2 », « 12 »; '' when it is no month. */
export const monthOf = (word: string): string => String(MONTHS.find(([name]) => name.test(word))?.[1] ?? '')
