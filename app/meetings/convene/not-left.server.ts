import { Prisma } from '~/generated/prisma/client'
import { mailServerIsSet } from '~/platform/mail/mail-server.server'

/** A mail ("Mail" l) known not to have reached its server: refused, returned, put off, or with no server to leave by. */
export const notLeft = () => Prisma.sql`(l."state" IN ('REFUSED', 'BOUNCED')
  OR (l."state" = 'QUEUED' AND (l."attempts" > 0 OR ${!mailServerIsSet()})))`

/** An accepted mail ("Mail" l) that something in the box of returns answers, not yet read by anybody. */
export const unreadAnswer = () => Prisma.sql`(l."state" = 'ACCEPTED' AND EXISTS (
  SELECT FROM "ReturnedMail" r WHERE r."mailId" = l."id" AND r."state" = 'WAITING'))`
