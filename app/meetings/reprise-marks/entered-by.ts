import type { Reason } from '~/statutes/ruling'

/** What entered by a reprise: a right of the member, or an office in which somebody acts. */
export type Entered = 'right' | 'office'

/** Whether a reason says that something entered by a reprise, and of which kind it is. */
export const enteredBy = ({ figures }: Reason): Entered | null =>
  figures.entered === 'right' || figures.entered === 'office' ? figures.entered : null
