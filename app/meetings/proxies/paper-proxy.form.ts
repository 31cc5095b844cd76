import { z } from 'zod'

export const paperProxyForm = z
  .object({
    giverId: z.uuid({ error: 'Choisissez qui donne pouvoir.' }),
    holderId: z.uuid({ error: 'Choisissez qui le reçoit : un pouvoir sans nom n’est pas admis.' }),
  })
  .refine(({ giverId, holderId }) => giverId !== holderId, {
    path: ['holderId'],
    message: 'On ne se donne pas pouvoir à soi-même.',
  })

export const endProxyForm = z.object({ intent: z.literal('revoke'), proxyId: z.uuid() })
