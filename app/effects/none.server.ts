import { lawful } from '~/statutes/ruling'
import type { Carrier } from './carrier'

export const none: Carrier<'none'> = {
  foresee: async () => lawful(),
  adopt: async () => {},
}
