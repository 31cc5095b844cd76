import { TextLink } from '~/ui/link'
import type { HeldBy } from '../held-by'

/** Why a step waits, with the page where the treasurer places that money. */
export function HeldReasons({ by }: { by: readonly HeldBy[] }) {
  return by.map(({ why, to, action }) => (
    <p key={to + why} className="text-[0.9375rem]">
      {why} <TextLink to={to}>{action}</TextLink>
    </p>
  ))
}
