import { list, plural } from '~/ui/format'
import type { WeightClass } from './weight-classes'

/** Said before a secret ballot in which few people carry the same voices. */
export function smallClassWarning(classes: readonly WeightClass[]): string {
  const groups = classes.map(
    ({ members, voices }) => `${plural(members, 'votant')} à ${plural(voices, 'voix', 'voix')}`,
  )
  return `${list(groups)} : leur vote pourrait se deviner. Seul le total sera publié, sans détail par catégorie ni par tête.`
}
