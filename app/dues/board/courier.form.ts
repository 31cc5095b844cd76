import { z } from 'zod'
import { ticked } from '~/platform/http/ticked'

const ids = ticked(z.uuid())
const on = z.iso.date({ error: 'Indiquez le jour du dépôt.' })

/** One message of the procedure, as a form names it: « <dues>/reminder-2 ». */
export const messageKey = ({ duesId, stage }: { duesId: string; stage: string }): string => `${duesId}/${stage}`

/**
 * The acts on letters: what was posted, in the place of a mail that came back too; such a mail sent again to another address;
 * the registered letters to prepare.
 */
export const courierForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('posted'), duesIds: ids, on }),
  z.object({ intent: z.literal('reposted'), messages: ticked(z.string().max(60)), on }),
  z.object({ intent: z.literal('resend'), mailId: z.uuid() }),
  z.object({ intent: z.literal('prepare'), duesIds: ids }),
])
