import { typeset } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'

/** « membre d’honneur »: the name of a category as it is printed; its key when the statutes know it no more. */
export const categoryLabel = ({ categories }: Pick<Statutes, 'categories'>, key: string): string =>
  typeset(categories[key]?.label ?? key)

/** The categories of the statutes, as a list to choose from. */
export const categoryList = (statutes: Pick<Statutes, 'categories'>): { value: string; label: string }[] =>
  Object.keys(statutes.categories).map((value) => ({ value, label: categoryLabel(statutes, value) }))
