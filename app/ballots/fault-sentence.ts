import { list, plural } from '~/ui/format'
import type { BoxFaults } from './box/box'
import { receiptCode } from './vote-result'

const NAMED = 5

/** Why a secret ballot cannot be counted, for whoever presides. A seal is named by its own number, which no voter knows. */
export function faultSentence({ unreadable, sealed, cast }: BoxFaults): string {
  if (unreadable.length === 0)
    return `L’urne contient ${plural(sealed, 'bulletin scellé', 'bulletins scellés')} pour ${plural(cast, 'vote reçu', 'votes reçus')} : elle ne peut pas être dépouillée.`
  const codes = unreadable.slice(0, NAMED).map(receiptCode)
  const others = unreadable.length - codes.length
  const named = list(others > 0 ? [...codes, plural(others, 'autre', 'autres')] : codes)
  return unreadable.length === 1
    ? `Un bulletin scellé ne s’ouvre pas (${named}) : l’urne ne peut pas être dépouillée.`
    : `${unreadable.length} bulletins scellés ne s’ouvrent pas (${named}) : l’urne ne peut pas être dépouillée.`
}
